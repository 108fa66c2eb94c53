import { expect, test } from 'vitest'
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
  told.sandbox.faults.add({ world: 'default', times: 2, effect: { kind: 'status', status: 503 } })
  expect([(await told.work()).body.code, (await told.work()).body.code]).toEqual(['fault', 'fault'])
  expect(done(told)).toBe(0)
  expect((await told.work()).status).toBe(200)
  expect(told.sandbox.faults.none).toBe(true)
})

test.each(['reset', 'hang'] as const)('a %s comes before the work or after it', async (kind) => {
  const told = await faulty()
  told.sandbox.faults.add({ world: 'default', times: 1, effect: { kind, when: 'before' } })
  expect(await told.outcome('POST', '/work', {})).toEqual({ kind })
  expect(done(told)).toBe(0)
  told.sandbox.faults.add({ world: 'default', times: 1, effect: { kind, when: 'after' } })
  expect(await told.outcome('POST', '/work', {})).toEqual({ kind })
  expect(done(told)).toBe(1)
  expect(told.world.log.list().map(({ status }) => status)).toEqual([0, 0])
})

test('a delay holds one request up and no other', async () => {
  const told = await faulty()
  told.sandbox.faults.add({ world: 'default', times: 1, effect: { kind: 'delay', milliseconds: 30 } })
  const order: string[] = []
  await Promise.all([told.work().then(() => order.push('slow')), told.work().then(() => order.push('quick'))])
  expect(order).toEqual(['quick', 'slow'])
})

test('a fault is of one world, one vendor and one operation', async () => {
  const told = await faulty()
  told.sandbox.createWorld('other')
  told.sandbox.faults.add({ world: 'other', effect: { kind: 'status', status: 500 } })
  told.sandbox.faults.add({ world: 'default', vendor: 'another', effect: { kind: 'status', status: 500 } })
  told.sandbox.faults.add({ world: 'default', operation: 'GET /books', effect: { kind: 'status', status: 500 } })
  expect((await told.work()).status).toBe(200)
  expect((await told.call('GET', '/books')).body.code).toBe('fault')
  expect(told.sandbox.faults.list('other')).toHaveLength(1)
})

test('what is removed or cleared does not happen, and a reset clears', async () => {
  const { sandbox, work } = await faulty()
  const fault = sandbox.faults.add({ world: 'default', effect: { kind: 'status', status: 500 } })
  expect([sandbox.faults.remove(fault.id), sandbox.faults.remove(fault.id)]).toEqual([true, false])
  sandbox.faults.add({ world: 'default', effect: { kind: 'status', status: 500 } })
  sandbox.resetWorld('default')
  expect((await work()).status).toBe(200)
})

test('inside a batch a status is that part alone, and a reset is of the whole', async () => {
  const { sandbox, work, outcome } = await library({
    behaviours: [
      behaviour('POST /work', (_input, world) => [world.dispatch({ method: 'GET', target: '/books' }).status]),
    ],
  })
  const fault = (effect: Parameters<typeof sandbox.faults.add>[0]['effect']) =>
    sandbox.faults.add({ world: 'default', operation: 'GET /books', times: 1, effect })
  fault({ kind: 'status', status: 503 })
  expect((await work()).body).toEqual([400])
  fault({ kind: 'delay', milliseconds: 1000 })
  expect((await work()).body).toEqual([200])
  fault({ kind: 'reset', when: 'after' })
  expect(await outcome('POST', '/work', {})).toEqual({ kind: 'reset' })
})
