import { expect, test } from 'vitest'
import type { DeliveryRequest, VendorWorld } from '../../../src/engine/kit.js'
import type { SandboxOptions } from '../../../src/engine/sandbox.js'
import { behaviour, library } from '../../support/toy-library.js'

const HOUR = 3_600_000
type Answer = number | 'ECONNREFUSED' | 'timeout'

/** An endpoint that answers as told, and a request that makes an event for it. */
async function endpoint(answers: Answer[], url = 'http://localhost:9/hook', options: Partial<SandboxOptions> = {}) {
  const sent: DeliveryRequest[] = []
  const told = await library(
    {
      events: {
        record: (event, world) => {
          const { id } = world.table('event').insert({ id: `evt_${world.random.base62(8)}` })
          return [{ event: id, endpoint: 'we_1', url: (event.object as { url?: string }).url ?? url }]
        },
        request: ({ event, attempts }, world, wallTime) => ({
          method: 'POST',
          url,
          headers: { 'Event-Id': event, 'Signed-At': String(wallTime), World: (world as VendorWorld).name },
          body: JSON.stringify({ event, attempt: attempts.length + 1 }),
        }),
        retryAfter: (attempts) => [HOUR, 2 * HOUR, 4 * HOUR][attempts - 1],
        wanted: (_delivery, world) => !world.table('disabled').has('we_1'),
        accepts: (status) => status >= 200 && status < 300,
        timeout: 50,
      },
      behaviours: [
        behaviour('POST /work', ({ body }, world) => {
          if ((body as { disable?: boolean }).disable) world.table('disabled').insert({ id: 'we_1' })
          else world.emit('thing.happened', {})
          return {}
        }),
      ],
    },
    {
      transport: async (request) => {
        sent.push(request)
        const answer = answers.shift() ?? 200
        if (typeof answer === 'string') throw Object.assign(new Error('No answer.'), { code: answer })
        return { status: answer, body: 'said' }
      },
      ...options,
    },
  )
  const advance = (time: number) => told.world.scheduler.advanceTo(told.world.clock.now() + time)
  const row = () => told.world.deliveries.list()[0]
  return { ...told, sent, advance, row }
}

test('an event is told once the request has committed, and again to nobody who has accepted it', async () => {
  const { work, sandbox, sent, row, advance } = await endpoint([200])
  await work()
  await sandbox.settled()
  expect(row()).toMatchObject({ state: 'delivered', attempts: [{ status: 200, answer: 'said' }] })
  await advance(100 * HOUR)
  expect(sent).toHaveLength(1)
})

test.each<[string, Answer, object]>([
  ['a 500', 500, { status: 500 }],
  ['a time-out', 'timeout', { error: 'timeout' }],
  ['a refused connection', 'ECONNREFUSED', { error: 'ECONNREFUSED' }],
])('after %s it is told again when the vendor says, under the same id', async (_name, answer, attempt) => {
  const { work, sandbox, sent, row, advance, world } = await endpoint([answer, answer])
  const start = world.clock.now()
  await work()
  await sandbox.settled()
  expect(row()).toMatchObject({ state: 'pending', attempts: [attempt], due: start + HOUR })
  await advance(HOUR - 1)
  expect(sent).toHaveLength(1)
  await advance(2 * HOUR + 1)
  expect(row()?.state).toBe('delivered')
  expect(row()?.attempts.map(({ at }) => (at - start) / HOUR)).toEqual([0, 1, 3])
  expect(new Set(sent.map(({ headers }) => headers['Event-Id'])).size).toBe(1)
  expect(sent.map(({ body }) => JSON.parse(body).attempt)).toEqual([1, 2, 3])
})

test('after the last attempt it is given up', async () => {
  const { work, sent, row, advance } = await endpoint([500, 500, 500, 500])
  await work()
  await advance(1000 * HOUR)
  expect(sent).toHaveLength(4)
  expect(row()).toMatchObject({ state: 'failed' })
  expect(row()?.due).toBeUndefined()
})

test('a signature carries the time of the wall, whatever the clock of the world says', async () => {
  const { work, sent, sandbox } = await endpoint([200])
  const before = Date.now()
  await work()
  await sandbox.settled()
  expect(Number(sent[0]?.headers['Signed-At'])).toBeGreaterThanOrEqual(before)
})

test('an endpoint that was disabled meanwhile hears no more', async () => {
  const { work, sandbox, sent, row, advance } = await endpoint([500])
  await work()
  await sandbox.settled()
  await work({}, { disable: true })
  await advance(100 * HOUR)
  expect(sent).toHaveLength(1)
  expect(row()).toMatchObject({ state: 'dropped', reason: expect.stringContaining('disabled') })
})

test('a host that is not allowed hears nothing until it is, and then once the delivery is sent again', async () => {
  const { work, sandbox, sent, row, world } = await endpoint([200], 'https://hooks.example.test/x')
  await work()
  await sandbox.settled()
  expect(row()).toMatchObject({ state: 'held', reason: expect.stringContaining('not loopback') })
  world.deliveries.replay(row()?.id ?? '')
  await sandbox.settled()
  expect(sent).toEqual([])
  expect(row()?.state).toBe('held')
  sandbox.allowHost('*.example.test')
  world.deliveries.replay(row()?.id ?? '')
  await sandbox.settled()
  expect(sent).toHaveLength(1)
  expect(row()).toMatchObject({ state: 'delivered' })
  expect(row()?.reason).toBeUndefined()
})

test('what was given up or delivered can be sent again; what is not there cannot', async () => {
  const { work, sandbox, sent, row, world } = await endpoint([200, 200])
  await work()
  await sandbox.settled()
  expect(world.deliveries.replay('dlv_unknown')).toBeUndefined()
  world.deliveries.replay(row()?.id ?? '')
  world.deliveries.replay(row()?.id ?? '')
  await sandbox.settled()
  expect(sent).toHaveLength(2)
  expect(row()).toMatchObject({ state: 'delivered' })
  expect(row()?.attempts).toHaveLength(2)
})

test('what is sent again while an attempt is under way is decided by the later one', async () => {
  const waiting: ((status: number) => void)[] = []
  const transport = () =>
    new Promise<{ status: number; body: string }>((resolve) => {
      waiting.push((status) => resolve({ status, body: '' }))
    })
  const { work, row, world, sandbox } = await endpoint([], undefined, { transport })
  await work()
  while (waiting.length < 1) await new Promise((resolve) => setImmediate(resolve))
  world.clock.moveTo(world.clock.now() + 1)
  world.deliveries.replay(row()?.id ?? '')
  while (waiting.length < 2) await new Promise((resolve) => setImmediate(resolve))
  waiting[0]?.(500)
  waiting[1]?.(200)
  await sandbox.settled()
  expect(row()).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] })
  expect(row()?.due).toBeUndefined()
})

test('a failure in making the request is an attempt that failed', async () => {
  const { work, sandbox, row } = await endpoint([], 'http://localhost:9/', {
    transport: () => {
      throw new Error('no such thing')
    },
  })
  await work()
  await sandbox.settled()
  expect(row()).toMatchObject({ state: 'pending', attempts: [{ error: expect.stringContaining('no such thing') }] })
})
