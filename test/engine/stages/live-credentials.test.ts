import { expect, test } from 'vitest'
import { behaviour, library } from '../../support/toy-library.js'

// Built here, so that no file of the project looks as if it held one.
const LIVE = ['key', 'live', 'abc123'].join('_')
const written = (text: string, each: (code: number) => string) =>
  [...text].map((char) => each(char.charCodeAt(0))).join('')
const hex = (code: number) => code.toString(16).padStart(2, '0')

const places: [string, string, string, string | object, Record<string, string>][] = [
  ['the header where it belongs', 'GET', '/books', '', { authorization: LIVE }],
  ['another header', 'GET', '/books', '', { 'x-note': `see ${LIVE}` }],
  ['the query', 'GET', `/books?title=${LIVE}`, '', {}],
  ['the query, escaped', 'GET', `/books?title=${written(LIVE, (code) => `%${hex(code)}`)}`, '', {}],
  ['the path', 'GET', `/books/${LIVE}`, '', {}],
  ['a form', 'POST', '/books', `title=${LIVE}`, {}],
  ['a form, escaped', 'POST', '/books', `title=${written(LIVE, (code) => `%${hex(code)}`)}`, {}],
  ['a form that cannot be read', 'POST', '/books', `${'a[b]'.repeat(40)}=1&${LIVE}`, {}],
  ['JSON', 'POST', '/work', { note: LIVE }, {}],
  [
    'JSON, escaped',
    'POST',
    '/work',
    `{"a":"${written(LIVE, (code) => `\\u00${hex(code)}`)}"}`,
    { 'content-type': 'application/json' },
  ],
  [
    'XML, escaped',
    'POST',
    '/work',
    `<a>${written(LIVE, (code) => `&#x${hex(code)};`)}</a>`,
    { 'content-type': 'text/xml' },
  ],
  [
    'XML, in numbers',
    'POST',
    '/work',
    `<a>${written(LIVE, (code) => `&#${code};`)}</a>`,
    { 'content-type': 'text/xml' },
  ],
  ['a path that leads nowhere', 'GET', `/nowhere/${LIVE}`, '', {}],
]

test.each(places)(
  'a live credential in %s is refused, and kept nowhere',
  async (_name, method, target, body, headers) => {
    const { call, sandbox, failures } = await library()
    const answer = await call(method, target, body, headers)
    expect(answer.body.code).toBe('live-credential')
    expect(answer.headers['Standin-Explain']).toContain('/logs/req_')
    const [entry] = sandbox.defaultWorld.log.list()
    expect(entry).toMatchObject({
      target: '[withheld: a live credential]',
      request: { headers: {}, body: '[withheld: a live credential]' },
    })
    const kept = JSON.stringify([
      answer,
      sandbox.defaultWorld.log.list(),
      failures,
      sandbox.defaultWorld.allTables.map((table) => table.all()),
    ])
    for (const part of [LIVE, 'abc123', written('abc123', (code) => `%${hex(code)}`)]) expect(kept).not.toContain(part)
  },
)

test('a request that fails before it was looked through is withheld too', async () => {
  const { call, sandbox, world } = await library()
  Object.assign(sandbox.vendors[0]?.definition.credentials ?? {}, {
    find: () => {
      throw new Error('confused')
    },
  })
  expect((await call('GET', '/books', '', { authorization: LIVE })).status).toBe(500)
  expect(JSON.stringify(world.log.list())).not.toContain('abc123')
})

test('a test credential, and a text that only looks alike, are let through', async () => {
  const { call } = await library()
  expect((await call('POST', '/books', 'title=we _live_ here')).status).toBe(200)
  expect((await call('POST', '/books', 'title=key_test_abc123')).status).toBe(200)
})

test('a live credential that only shows in a part of a batch is refused there', async () => {
  const { call, sandbox } = await library({
    behaviours: [
      behaviour('POST /work', ({ body }, world) => {
        const { form } = body as { form: string }
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        return world.dispatch({ method: 'POST', target: '/books', headers, body: form }).body
      }),
    ],
  })
  const twice = written(
    written(LIVE, (code) => `%${hex(code)}`),
    (code) => `\\u00${hex(code)}`,
  )
  const answer = await call('POST', '/work', `{"form":"title=${twice}"}`, { 'content-type': 'application/json' })
  expect(answer.body.code).toBe('live-credential')
  expect(JSON.stringify(sandbox.defaultWorld.allTables.map((table) => table.all()))).not.toContain('abc123')
})
