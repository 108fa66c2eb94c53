import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Entry } from '../../../src/engine/log/entry.js'
import { loggedAnswer } from '../../../src/engine/log/logged-answer.js'
import { LONGEST_BODY, RequestLog, shown } from '../../../src/engine/log/request-log.js'
import { Redactor } from '../../../src/engine/redact.js'
import { library } from '../../support/toy-library.js'

const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  id: `req_${n}`,
  at: n,
  world: 'default',
  vendor: 'toy',
  method: 'GET',
  target: `/books/${n}`,
  peer: undefined,
  request: { headers: {}, body: '' },
  operation: 'GET /books/{book}',
  fidelity: 'generic',
  status: n % 2 ? 200 : 404,
  duration: 1,
  response: { headers: {}, body: `answer ${n}`, size: 9 },
  events: [],
  changed: false,
  faults: [],
  issues: [],
  failure: undefined,
  ...more,
})

test('entries are listed newest first, and narrowed', () => {
  const log = new RequestLog()
  for (let n = 1; n <= 5; n++) log.add(entry(n))
  const ids = (filter: Parameters<typeof log.list>[0]) => log.list(filter).map(({ at }) => at)
  expect(ids({ limit: 2 })).toEqual([5, 4])
  expect(ids({ status: '4xx' })).toEqual([4, 2])
  expect(ids({ status: '200', limit: 1 })).toEqual([5])
  expect(ids({ search: 'answer 3' })).toEqual([3])
  expect(ids({ vendor: 'other' })).toEqual([])
  expect(ids({ operation: 'GET /books/{book}' })).toHaveLength(5)
  expect([log.find('req_3')?.at, log.find('req_9')]).toEqual([3, undefined])
})

test('the last 10,000 are kept', () => {
  const log = new RequestLog()
  for (let n = 0; n < 25_000; n++) log.add(entry(n))
  expect(log.size).toBe(10_000)
  expect(log.list({ limit: 1 })[0]?.at).toBe(24_999)
  expect(log.list().at(-1)?.at).toBe(15_000)
  expect(log.find('req_14999')).toBeUndefined()
})

test.each<[string, Partial<Entry>]>([
  ['bodies', { response: { headers: {}, body: 'x'.repeat(16_000), size: 16_000 } }],
  ['headers', { request: { headers: { a: 'x'.repeat(16_000) }, body: '' } }],
  ['targets', { target: 'x'.repeat(16_000) }],
])('and of long %s as many as 64 MB hold', (_name, more) => {
  const log = new RequestLog()
  for (let n = 0; n < 6_000; n++) log.add(entry(n, more))
  expect(log.size).toBeGreaterThan(3_500)
  expect(log.size).toBeLessThan(4_300)
})

test('listeners are told, until they have heard enough', () => {
  const log = new RequestLog()
  const heard: string[] = []
  const stop = log.listen(({ id }) => heard.push(id))
  log.add(entry(1))
  stop()
  log.add(entry(2))
  expect(heard).toEqual(['req_1'])
  log.clear()
  expect([log.size, log.list()]).toEqual([0, []])
})

test('a long text is cut, and no part of a secret is left at the cut', () => {
  const redactor = new Redactor()
  for (let at = LONGEST_BODY - 40; at < LONGEST_BODY + 5; at++) {
    for (const secret of ['4242424242424242', '"password":"hunter2-hunter2"']) {
      const text = shown(`${'x'.repeat(at - 1)} ${secret} ${'y'.repeat(1000)}`, redactor)
      expect(text).toMatch(/\[cut: \d+ characters in all\]$/)
      expect(text.slice(at - 1)).not.toMatch(/4242424|hunter/)
    }
  }
  expect(shown('short', redactor)).toBe('short')
})

test('what is wrong is kept without what is secret in it, and not at any length', async () => {
  const { call, world } = await library()
  await call('POST', '/books', 'cvc=123&pages=4242424242424242x&title[password]=hunter2')
  const text = JSON.stringify(world.log.list())
  expect(text).toContain('unknown')
  for (const secret of ['123"', 'hunter2']) expect(text).not.toContain(secret)
  await call(
    'POST',
    '/books',
    `tags=${'t'.repeat(100_000)}&${Array.from({ length: 2000 }, (_, i) => `u${i}=1`).join('&')}`,
  )
  const { issues } = world.log.list({ limit: 1 })[0] as Entry
  expect(issues).toHaveLength(50)
  expect(JSON.stringify(issues).length).toBeLessThan(20_000)
})

test('a request keeps what it was, what it got and how it went', async () => {
  const { call, world } = await library()
  const { headers } = await call('GET', '/books/unknown?x=1')
  const [kept] = world.log.list()
  expect(kept).toMatchObject({
    world: 'default',
    vendor: 'toy',
    method: 'GET',
    target: '/books/unknown?x=1',
    operation: 'GET /books/{book}',
    status: 400,
    request: { headers: { authorization: '[redacted]' } },
    issues: [{ in: 'query', path: ['x'], kind: 'unknown' }],
  })
  expect(headers['Standin-Explain']).toBe(`standin:/_standin/worlds/default/logs/${kept?.id}`)
})

test('of a long answer the log keeps the beginning, and lets go of the rest', async () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  let body: Uint8Array | undefined = Buffer.from('x'.repeat(1024 * 1024))
  const whole = new WeakRef(body)
  const answer = loggedAnswer({}, body, new Redactor())
  body = undefined
  await new Promise(setImmediate)
  gc()
  expect(whole.deref()).toBe(undefined)
  expect(answer.body).toBe(`${'x'.repeat(LONGEST_BODY)}\n[cut: ${1024 * 1024} characters in all]`)
})
