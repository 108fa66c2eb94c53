import { expect, test } from 'vitest'
import type { When } from '../../../src/engine/faults/schema.js'
import { behaviour, library } from '../../support/toy-library.js'

type Request = readonly [method: string, target: string, body?: string | object, headers?: Record<string, string>]
const nested: Request = ['POST', '/work', { metadata: { order: '42', 'a.b': true }, lines: [{ price: 3 }] }]

const cases: [what: string, when: When, fits: Request, not: Request][] = [
  ['a vendor', { vendor: 'toy' }, nested, ['GET', '/nowhere']],
  ['an operation', { operation: 'GET /books' }, ['GET', '/books'], ['POST', '/books', 'title=Emma']],
  ['one of several operations', { operation: ['GET /settings', 'GET /books'] }, ['GET', '/books'], nested],
  ['operations that begin so', { operation: 'GET /books*' }, ['GET', '/books/1/reviews'], ['GET', '/settings']],
  ['operations of any method', { operation: '* /books' }, ['POST', '/books', 'title=Emma'], ['GET', '/settings']],
  ['a value in the body', { body: { 'metadata.order': 42 } }, nested, ['POST', '/work', { metadata: { order: '43' } }]],
  ['an item in the body', { body: { 'lines.0.price': 3 } }, nested, ['POST', '/work', { lines: [] }]],
  [
    'a key with a dot',
    { body: { 'metadata.a.b': true } },
    nested,
    ['POST', '/work', { metadata: { a: { b: false } } }],
  ],
  ['what is absent', { body: { 'metadata.order': null } }, ['POST', '/work', {}], nested],
  [
    'a pattern',
    { body: { title: { matches: '^Em' } } },
    ['POST', '/books', 'title=Emma'],
    ['POST', '/books', 'title=Jem'],
  ],
  ['the query', { query: { limit: 3 } }, ['GET', '/books?limit=3'], ['GET', '/books?limit=30']],
  [
    'a header',
    { header: { 'X-Key': { matches: 'ord' } } },
    ['GET', '/books', '', { 'x-key': 'ord_1' }],
    ['GET', '/books'],
  ],
  ['all that is given', { operation: 'GET /books', query: { limit: 3 } }, ['GET', '/books?limit=3'], ['GET', '/books']],
]
test.each(cases)('%s is matched', async (_what, when, fits, not) => {
  const { world, call } = await library({ behaviours: [behaviour('POST /work', () => ({}))] })
  world.faults.add({ when, effect: { kind: 'status', status: 503 } })
  expect((await call(...fits)).body.code).toBe('fault')
  expect((await call(...not)).body?.code).not.toBe('fault')
})

const statuses = async (when: When, count: number, each: (i: number) => unknown = () => {}) => {
  const { world, work } = await library({ behaviours: [behaviour('POST /work', () => ({}))] })
  world.faults.add({ when, effect: { kind: 'rate-limit' } })
  const seen: number[] = []
  for (let i = 1; i <= count; i++) {
    if ((await work()).status !== 200) seen.push(i)
    await each(i)
  }
  return { seen, world }
}

test('the nth is counted from 1, from a number on, between two, or every so many', async () => {
  expect((await statuses({ nth: 2 }, 6)).seen).toEqual([2])
  expect((await statuses({ nth: { from: 5 } }, 6)).seen).toEqual([5, 6])
  expect((await statuses({ nth: { from: 2, to: 4 } }, 6)).seen).toEqual([2, 3, 4])
  expect((await statuses({ nth: { every: 3 } }, 6)).seen).toEqual([3, 6])
})

test('a probability is drawn from the seed: the same world meets the same, and about as many as was said', async () => {
  const first = (await statuses({ probability: 0.25 }, 200)).seen
  expect((await statuses({ probability: 0.25 }, 200)).seen).toEqual(first)
  expect(first.length).toBeGreaterThan(25)
  expect(first.length).toBeLessThan(75)
  expect((await statuses({ probability: 1 }, 5)).seen).toHaveLength(5)
})

test('a window is on the clock of the world, from when the fault was added, its end not included', async () => {
  const { world, work } = await library({ behaviours: [behaviour('POST /work', () => ({}))] })
  world.faults.add({ when: { between: ['10s', '20s'] }, effect: { kind: 'rate-limit' } })
  const seen: number[] = []
  for (let second = 0; second <= 25; second += 5) {
    if ((await work()).status !== 200) seen.push(second)
    await world.scheduler.advanceTo(world.clock.now() + 5000)
  }
  expect(seen).toEqual([10, 15])
})

test('a window may be given in times', async () => {
  const { world, work } = await library({ behaviours: [behaviour('POST /work', () => ({}))] })
  world.faults.add({ when: { between: ['2026-01-02', '2026-01-03'] }, effect: { kind: 'rate-limit' } })
  expect((await work()).status).toBe(200)
  await world.scheduler.advanceTo(Date.UTC(2026, 0, 2))
  expect((await work()).status).toBe(400)
  await world.scheduler.advanceTo(Date.UTC(2026, 0, 3))
  expect((await work()).status).toBe(200)
})
