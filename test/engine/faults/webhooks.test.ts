import { expect, test } from 'vitest'
import type { Effect } from '../../../src/engine/faults/effect-schema.js'
import type { When } from '../../../src/engine/faults/schema.js'
import type { DeliveryRequest } from '../../../src/engine/kit.js'
import { behaviour, library } from '../../support/toy-library.js'

const HOUR = 3_600_000

/** An endpoint that takes everything, and a request that makes an event with a number in it. */
async function endpoint(answer: (request: DeliveryRequest) => number = () => 200) {
  const sent: DeliveryRequest[] = []
  const told = await library(
    {
      events: {
        record: (event, world) => {
          const { id } = world
            .table('event')
            .insert({ id: `evt_${world.table('event').size}`, data: event.object } as never)
          return [{ event: id, endpoint: 'we_1', url: 'http://localhost:9/hook' }]
        },
        request: ({ event, url }, world, wallTime) => ({
          method: 'POST',
          url,
          headers: { signed: `good ${wallTime}` },
          body: JSON.stringify({ event, ...(world.table('event').find(event) as unknown as { data: object }).data }),
        }),
        forgeries: ['signature', 'secret', 'body', 'time'],
        forge: ({ url }, _world, wallTime, how) => ({
          method: 'POST',
          url,
          headers: { signed: `${how} ${wallTime}` },
          body: '{}',
        }),
        retryAfter: (attempts) => (attempts < 3 ? HOUR : undefined),
        wanted: () => true,
        accepts: (status) => status < 300,
        timeout: 1000,
      },
      behaviours: [
        behaviour('POST /work', ({ body }, world) => {
          const { later, ...data } = body as { later?: boolean; n?: number }
          if (later) world.schedule('tell', world.now(), data)
          else world.emit('thing.happened', data)
          return {}
        }),
      ],
      jobs: { tell: (data, world) => world.emit('thing.happened', data) },
    },
    {
      transport: async (request) => {
        sent.push(request)
        return { status: answer(request), body: '' }
      },
    },
  )
  const order = () => sent.map(({ body }) => JSON.parse(body).n)
  const fault = (effect: Effect, when: When = {}, times = 1) => told.world.faults.add({ when, times, effect })
  const advance = (time: number) => told.world.scheduler.advanceTo(told.world.clock.now() + time)
  const happens = async (data: object) => {
    await told.work({}, data)
    await told.sandbox.settled()
  }
  return { ...told, sent, order, fault, advance, happens, rows: () => told.world.deliveries.list() }
}

test('a webhook comes later, on the clock of the world', async () => {
  const { fault, happens, advance, sent } = await endpoint()
  fault({ kind: 'webhook', change: 'delay', by: '10s' })
  await happens({})
  await advance(9000)
  expect(sent).toHaveLength(0)
  await advance(1000)
  expect(sent).toHaveLength(1)
})

test('a webhook comes twice although it was taken, and stays delivered when the second is refused', async () => {
  let count = 0
  const { fault, happens, sent, rows, advance } = await endpoint(() => (++count === 2 ? 500 : 200))
  fault({ kind: 'webhook', change: 'duplicate' })
  await happens({})
  expect([sent.length, sent[0]?.body === sent[1]?.body]).toEqual([2, true])
  expect(rows()[0]).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }, { status: 500 }] })
  await advance(10 * HOUR)
  expect(sent).toHaveLength(2)
})

test('a webhook is overtaken by the next one, and does not wait for ever', async () => {
  const { fault, happens, advance, order } = await endpoint()
  fault({ kind: 'webhook', change: 'reorder' }, {}, 100)
  for (const n of [1, 2, 3]) await happens({ n })
  expect(order()).toEqual([2, 1])
  await advance(60_000)
  expect(order()).toEqual([2, 1, 3])
})

test('a webhook never comes, and why is said', async () => {
  const { fault, happens, advance, sent, rows } = await endpoint()
  fault({ kind: 'webhook', change: 'drop' })
  await happens({})
  await advance(100 * HOUR)
  expect([sent.length, rows()[0]?.state]).toEqual([0, 'dropped'])
  expect(rows()[0]?.reason).toContain('by a fault')
})

test.each([
  ['forge', 'signature'],
  ['wrong-secret', 'secret'],
  ['tamper', 'body'],
  ['stale', 'time'],
] as const)('%s is the vendor’s to make, and the next attempt is good', async (change, how) => {
  const { fault, happens, advance, sent } = await endpoint(({ headers }) =>
    headers.signed?.startsWith('good') ? 200 : 400,
  )
  fault({ kind: 'webhook', change })
  await happens({})
  const [word, time] = sent[0]?.headers.signed?.split(' ') ?? []
  expect(word).toBe(how)
  expect(Date.now() - Number(time) > 9 * 60_000).toBe(change === 'stale')
  await advance(HOUR)
  expect(sent.map(({ headers }) => headers.signed?.split(' ')[0])).toEqual([how, 'good'])
})

test('an old one comes again as it was, with its own moment', async () => {
  const { fault, happens, advance, sent, order } = await endpoint()
  await happens({ n: 1 })
  await advance(HOUR)
  fault({ kind: 'webhook', change: 'replay' })
  await happens({ n: 2 })
  expect(order()).toEqual([1, 2, 1])
  const [, second, replayed] = sent.map(({ headers }) => Number(headers.signed?.split(' ')[1]))
  expect(Math.abs((second ?? 0) - (replayed ?? 0) - HOUR)).toBeLessThan(1000)
})

test('a webhook comes before the answer, also where its event would come after it', async () => {
  const { fault, work, sent } = await endpoint()
  fault({ kind: 'webhook', change: 'before-answer' })
  await work({}, { n: 1 })
  expect(sent).toHaveLength(1)
  fault({ kind: 'webhook', change: 'before-answer' })
  await work({}, { n: 2, later: true })
  expect(sent).toHaveLength(2)
  await work({}, { n: 3 })
  expect(sent).toHaveLength(2)
})

test('webhooks are matched by event, endpoint and body', async () => {
  const { fault, happens, order } = await endpoint()
  fault({ kind: 'webhook', change: 'drop' }, { event: 'other.*' }, 100)
  fault({ kind: 'webhook', change: 'drop' }, { endpoint: 'we_2' }, 100)
  fault(
    { kind: 'webhook', change: 'drop' },
    { event: 'thing.*', endpoint: 'http://localhost:9/hook', body: { n: 2 } },
    100,
  )
  for (const n of [1, 2, 3]) await happens({ n })
  expect(order()).toEqual([1, 3])
})

test('a request still tells what it caused, whatever became of it', async () => {
  const { fault, work, world } = await endpoint()
  fault({ kind: 'webhook', change: 'drop' })
  await work()
  expect(world.log.list()[0]?.events).toEqual(['thing.happened'])
})
