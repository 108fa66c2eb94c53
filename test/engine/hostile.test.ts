import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/engine/exchange.js'
import { park, VendorError } from '../../src/engine/kit.js'
import { behaviour, library, libraryDocument } from '../support/toy-library.js'

const open = { requestBody: { content: { 'application/json': { schema: {} } } } }

async function target() {
  const told = await library({
    document: libraryDocument({ '/echo': { post: open }, '/batch': { post: open }, '/wait': { post: open } }),
    wire: {
      codec: (type) =>
        type?.includes('json')
          ? 'json'
          : type?.includes('xml')
            ? 'xml'
            : type?.includes('multipart')
              ? 'multipart'
              : 'form',
      requestId: (random) => random.base62(8),
      encode: (body) => ({ contentType: 'application/json', text: JSON.stringify(body) ?? 'null' }),
    },
    behaviours: [
      behaviour('POST /work', (_input, world) => {
        world.table('done').insert({ id: world.random.base62(8) })
        throw new VendorError({ status: 402, message: 'No.' })
      }),
      behaviour('POST /echo', ({ body, query, params }) => ({ body, query, params })),
      behaviour('POST /batch', ({ body }, world) => {
        const { target: at, method } = body as { target?: unknown; method?: unknown }
        return [
          world.dispatch({
            method: String(method ?? 'GET'),
            target: String(at ?? '/books'),
            body: JSON.stringify(body),
          }).status,
        ]
      }),
      behaviour('POST /wait', () => park({ until: () => false, timeout: 1, resume: () => ({}) })),
    ],
  })
  await told.call('POST', '/books', 'title=Emma')
  // Keys keep errors too, as they should; and a table that was only looked into is no change.
  const state = () =>
    JSON.stringify(
      told.world.allTables
        .filter(({ name, size }) => size > 0 && name !== 'idempotency')
        .map((table) => [table.name, table.all()]),
    )
  return { ...told, state }
}

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '%',
  '%00',
  '%E0%A4%A',
  '%2e%2e%2f',
  '..',
  '.',
  '//',
  '\u0000',
  '\r\n',
  '[',
  ']',
  '[]',
  '[__proto__]',
  '&',
  '=',
  '+',
  '#',
  '?',
  '{',
  '}',
  '"',
  '<',
  '>',
  '<!DOCTYPE',
  '<![CDATA[',
  '-->',
  '\\u0000',
  '\ud800',
  'é',
  '💥',
  '1e999',
  '-0',
  "'",
  ';--',
)
const junk = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), nasty)
const pieces = (separator: string) => fc.array(junk, { maxLength: 12 }).map((parts) => parts.join(separator))
const path = fc.oneof(
  fc.constantFrom(
    '/books',
    '/books/x',
    '/books/x/reviews',
    '/books/x/archive',
    '/settings',
    '/work',
    '/echo',
    '/batch',
    '/wait',
    '',
    '*',
    '/',
  ),
  pieces('/').map((rest) => `/${rest}`),
  pieces('').map((rest) => `/books/${rest}`),
  fc.constant(`/${'a/'.repeat(20_000)}`),
)
const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: pieces('&').map((rest) => `?${rest}`) },
)
const deep = fc.constantFrom(
  '['.repeat(5000),
  '{"a":'.repeat(5000),
  `a${'[b]'.repeat(5000)}=1`,
  '<a>'.repeat(5000),
  `${'['.repeat(150)}${']'.repeat(150)}`,
)
const huge = fc.constantFrom(
  'a=1&'.repeat(20_000),
  `title=${'x'.repeat(300_000)}`,
  `{"a":"${'x'.repeat(300_000)}"}`,
  `<a>${'x'.repeat(100_000)}</a>`,
)
const bytes = fc.oneof(
  { weight: 4, arbitrary: pieces('&').map((text) => Buffer.from(text)) },
  { weight: 4, arbitrary: pieces('').map((text) => Buffer.from(text)) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)) },
  { weight: 4, arbitrary: fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '{"__proto__":{"admin":true}}',
        '{"constructor":{"prototype":{"admin":true}}}',
        'a[__proto__][admin]=1',
        'null',
        '[]',
        '1',
        '""',
      )
      .map((text) => Buffer.from(text)),
  },
)
const contentType = fc.constantFrom(
  undefined,
  '',
  'application/json',
  'application/x-www-form-urlencoded',
  'text/xml',
  'multipart/form-data; boundary=X',
  'multipart/form-data',
  'application/json; charset=utf-16',
  '__proto__',
)
const extra = fc.dictionary(
  fc.oneof(fc.constantFrom('idempotency-key', 'x-a', '__proto__', 'constructor', 'host', 'content-length'), junk),
  fc.oneof(junk, fc.array(junk, { maxLength: 3 })),
  { maxKeys: 3 },
)
const request = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'HEAD', 'OPTIONS') },
    { weight: 1, arbitrary: junk },
  ),
  path,
  query,
  bytes,
  contentType,
  extra,
  key: fc.constantFrom('key_test_default', 'key_test_default', 'key_test_default', undefined, 'nobody', '__proto__'),
  gone: fc.boolean(),
})
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never

function exchangeOf({
  method,
  path: at,
  query: search,
  bytes: body,
  contentType: type,
  extra: more,
  key,
  gone,
}: Request): Exchange {
  const client = new AbortController()
  if (gone) client.abort()
  return {
    method,
    target: at + search,
    host: 'api.toy.test',
    secure: false,
    headers: {
      ...more,
      ...(type !== undefined && { 'content-type': type }),
      ...(key !== undefined && { authorization: key }),
    },
    body,
    ...(at === '/wait' || gone ? { signal: gone ? client.signal : AbortSignal.abort() } : {}),
  }
}

test('of 10,000 requests of any kind each is answered, none fails inside, and what is refused changes nothing', async () => {
  const { sandbox, state, failures, call } = await target()
  let before = state()
  await fc.assert(
    fc.asyncProperty(request, async (each) => {
      const outcome = await sandbox.handle(exchangeOf(each))
      expect(outcome.kind).toBe('reply')
      if (outcome.kind !== 'reply') return
      expect(outcome.status).toBeGreaterThanOrEqual(200)
      expect(outcome.status).toBeLessThan(500)
      if (outcome.status >= 400) expect(state()).toBe(before)
      else before = state()
    }),
    { numRuns: 10_000 },
  )
  expect(failures).toEqual([])
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
  expect((await call('GET', '/books')).status).toBe(200)
}, 60_000)

test('what is huge is answered too', async () => {
  const { sandbox, failures } = await target()
  await fc.assert(
    fc.asyncProperty(request, huge, async (each, body) => {
      const outcome = await sandbox.handle({ ...exchangeOf(each), body: Buffer.from(body) })
      expect(outcome.kind === 'reply' && outcome.status).toBeLessThan(500)
    }),
    { numRuns: 100 },
  )
  expect(failures).toEqual([])
}, 30_000)
