import { expect, test } from 'vitest'
import { VendorError } from '../../../src/engine/kit.js'
import { behaviour, library } from '../../support/toy-library.js'

const faulty = () =>
  library({
    behaviours: [
      behaviour('POST /work', (_input, world) => world.table('done').insert({ id: world.random.base62(4) })),
    ],
  })
const done = ({ world }: Awaited<ReturnType<typeof faulty>>) =>
  world.allTables.find(({ name }) => name.endsWith('/done'))?.size ?? 0

test('a status is answered in place of the work, as often as was said', async () => {
  const told = await faulty()
  told.world.faults.add({ times: 2, effect: { kind: 'status', status: 503 } })
  expect([(await told.work()).body.code, (await told.work()).body.code]).toEqual(['fault', 'fault'])
  expect(done(told)).toBe(0)
  expect((await told.work()).status).toBe(200)
  expect(told.world.faults.none).toBe(true)
  expect(told.world.faults.list()).toMatchObject([{ id: 'fault_1', seen: 2, happened: 2 }])
})

test.each(['reset', 'hang'] as const)('a %s comes before the work or after it', async (kind) => {
  const told = await faulty()
  told.world.faults.add({ times: 1, effect: { kind, when: 'before' } })
  expect(await told.outcome('POST', '/work', {})).toEqual({ kind })
  expect(done(told)).toBe(0)
  told.world.faults.add({ times: 1, effect: { kind, when: 'after' } })
  expect(await told.outcome('POST', '/work', {})).toEqual({ kind })
  expect(done(told)).toBe(1)
  expect(told.world.log.list().map(({ status, faults }) => [status, faults])).toEqual([
    [0, ['fault_2']],
    [0, ['fault_1']],
  ])
})

test('a delay holds one request up and no other', async () => {
  const told = await faulty()
  told.world.faults.add({ times: 1, effect: { kind: 'delay', milliseconds: 30 } })
  const order: string[] = []
  await Promise.all([told.work().then(() => order.push('slow')), told.work().then(() => order.push('quick'))])
  expect(order).toEqual(['quick', 'slow'])
})

/** Says what the engine asks a vendor to say. */
const told = () =>
  library({
    behaviours: [behaviour('POST /work', () => ({}))],
    errors: {
      codes: { busy: 409 },
      problem: (problem) => new VendorError({ status: 400, message: JSON.stringify(problem) }),
      render: (error) => ({ status: error.status, headers: {}, body: JSON.parse(error.message) }),
    },
  })

test.each([
  [{ kind: 'rate-limit', retryAfter: 2 } as const, { why: 'rate-limit', status: 429, retryAfter: 2 }],
  [{ kind: 'status', code: 'busy' } as const, { why: 'status', status: 409, code: 'busy' }],
  [{ kind: 'status', status: 500, code: 'busy' } as const, { why: 'status', status: 500, code: 'busy' }],
  [{ kind: 'token', state: 'expired' } as const, { why: 'token-expired', status: 401 }],
  [{ kind: 'token', state: 'revoked' } as const, { why: 'token-revoked', status: 401 }],
  [{ kind: 'maintenance' } as const, { why: 'maintenance', status: 503 }],
])('the vendor is asked to say %o in its own words', async (effect, problem) => {
  const { world, work } = await told()
  world.faults.add({ effect })
  expect((await work()).body).toEqual({ kind: 'fault', ...problem })
})

test('nothing happens at a vendor that does not know the code', async () => {
  const { world, work } = await told()
  world.faults.add({ effect: { kind: 'status', code: 'of another vendor' } })
  expect((await work()).status).toBe(200)
})

test('maintenance is over when its minutes are, on the clock of the world', async () => {
  const { world, work } = await told()
  world.faults.add({ effect: { kind: 'maintenance', minutes: 30 } })
  expect((await work()).body).toEqual({
    kind: 'fault',
    why: 'maintenance',
    status: 503,
    until: world.clock.now() + 30 * 60_000,
  })
  await world.scheduler.advanceTo(world.clock.now() + 30 * 60_000)
  expect((await work()).status).toBe(200)
})

test('a token that has expired stays so, and one got afterwards holds', async () => {
  const { world, work } = await told()
  world.transact('another key', undefined, () => {
    const runtime = world.sandbox.vendors[0]
    if (runtime) world.vendorWorld(runtime, '').claim('key_new')
  })
  world.faults.add({ when: { nth: 2 }, effect: { kind: 'token', state: 'expired' } })
  const status = async (authorization: string) => (await work({ authorization })).status
  expect([await status('key_test_default'), await status('key_test_default')]).toEqual([200, 400])
  expect([await status('key_new'), await status('key_test_default'), await status('key_new')]).toEqual([200, 400, 200])
})

test('what a vendor keeps under an idempotency key comes once the work has begun, and is given again', async () => {
  const keeping = async (keepsFault: boolean) => {
    const { world, work } = await library({
      behaviours: [behaviour('POST /work', () => ({ worked: true }))],
      idempotency: {
        key: (call) => call.header('idempotency-key'),
        lifetime: 1000,
        replayHeaders: () => ({ Replayed: 'yes' }),
        keepsFault: () => keepsFault,
      },
    })
    world.faults.add({ times: 1, effect: { kind: 'status', status: 500 } })
    const first = await work({ 'idempotency-key': 'a' })
    return [first.status, (await work({ 'idempotency-key': 'a' })).status, (await work()).status]
  }
  expect(await keeping(true)).toEqual([400, 400, 200])
  expect(await keeping(false)).toEqual([400, 200, 200])
})

test('faults act in the order in which they were added, and what comes after the end of a request only counts', async () => {
  const { world, work } = await told()
  world.faults.add({ times: 1, effect: { kind: 'status', status: 500 } })
  world.faults.add({ when: { nth: 2 }, effect: { kind: 'status', status: 501 } })
  world.faults.add({ times: 1, effect: { kind: 'status', status: 502 } })
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await work()).body.status)
  expect(statuses).toEqual([500, 501, 502, undefined])
})

test('counting is exact with requests at the same time', async () => {
  const { world, work } = await told()
  world.faults.add({ when: { nth: { from: 3, to: 5 } }, times: 2, effect: { kind: 'rate-limit' } })
  const answers = await Promise.all(Array.from({ length: 20 }, () => work()))
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(2)
  expect(world.faults.list()).toMatchObject([{ seen: 4, happened: 2 }])
})

test('faults are of one world; what is removed or cleared does not happen, and a reset clears', async () => {
  const { sandbox, world, work } = await faulty()
  sandbox.createWorld('other').faults.add({ effect: { kind: 'status', status: 500 } })
  expect((await work()).status).toBe(200)
  const fault = world.faults.add({ effect: { kind: 'status', status: 500 } })
  expect([world.faults.remove(fault.id), world.faults.remove(fault.id)]).toEqual([true, false])
  world.faults.add({ effect: { kind: 'status', status: 500 } })
  world.faults.add({ effect: { kind: 'status', status: 500 } })
  expect(world.faults.clear()).toBe(2)
  expect((await work()).status).toBe(200)
  world.faults.add({ effect: { kind: 'status', status: 500 } })
  sandbox.resetWorld('default')
  expect((await work()).status).toBe(200)
})

test('faults taken out of one world and put into another go on where they were', async () => {
  const { sandbox, world, work } = await told()
  world.faults.add({ when: { nth: 3 }, effect: { kind: 'rate-limit' } })
  await work()
  const kept = JSON.parse(JSON.stringify(world.faults.list()))
  const fresh = sandbox.resetWorld('default')
  fresh.faults.restore(kept)
  expect([(await work()).status, (await work()).status, (await work()).status]).toEqual([200, 400, 200])
  expect(fresh.faults.add({ effect: { kind: 'rate-limit' } }).id).toBe('fault_2')
})

test('inside a batch a status is that part alone, and a reset is of the whole', async () => {
  const { world, work, outcome } = await library({
    behaviours: [
      behaviour('POST /work', (_input, world) => [world.dispatch({ method: 'GET', target: '/books' }).status]),
    ],
  })
  const fault = (effect: Parameters<typeof world.faults.add>[0]['effect']) =>
    world.faults.add({ when: { operation: 'GET /books' }, times: 1, effect })
  fault({ kind: 'status', status: 503 })
  expect((await work()).body).toEqual([400])
  fault({ kind: 'delay', milliseconds: 30 })
  const began = performance.now()
  expect((await work()).body).toEqual([200])
  expect(performance.now() - began).toBeGreaterThan(25)
  fault({ kind: 'reset', when: 'after' })
  expect(await outcome('POST', '/work', {})).toEqual({ kind: 'reset' })
})
