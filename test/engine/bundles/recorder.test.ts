import { expect, test } from 'vitest'
import { Recorder } from '../../../src/engine/bundles/recorder.js'
import { replayBundle } from '../../../src/engine/bundles/replay-bundle.js'
import { saveBundle } from '../../../src/engine/bundles/save-bundle.js'
import { behaviour, behaviourWithBefore, library, libraryVendor } from '../../support/toy-library.js'

const parts = {
  behaviours: [
    behaviourWithBefore(
      'POST /work',
      async () => `checked ${performance.now()}`,
      ({ prior }, world) => ({ prior, row: world.table('work').insert({ id: world.random.base62(8) }) }),
    ),
    behaviour('GET /settings', (_input, world) => ({ object: 'settings', at: world.now() })),
  ],
}

const recorded = async (options: { most?: number } = {}) => {
  const told = await library(parts, { frozen: false })
  return { ...told, recorder: new Recorder(told.sandbox, options) }
}
type Recorded = Awaited<ReturnType<typeof recorded>>

async function saved({ sandbox, recorder }: Recorded, from?: Parameters<Recorder['of']>[1]) {
  return saveBundle(sandbox, recorder.of(sandbox.defaultWorld, from), '0')
}

test('what a step before the work gave is given again; the clock shows what it showed', async () => {
  const told = await recorded()
  const first = (await told.work()).body.prior
  await told.call('GET', '/settings')
  const bundle = await saved(told)
  expect(bundle.head.notes).toEqual([])
  expect(JSON.stringify(bundle.journal)).toContain(first)
  expect((await replayBundle(bundle, [libraryVendor(parts)])).first).toBeUndefined()
})

test('two requests with one idempotency key at a time are in conflict again', async () => {
  const told = await recorded()
  const headers = { 'idempotency-key': 'a' }
  const both = await Promise.all([told.work(headers), told.work(headers)])
  expect(both.map(({ body }) => body.code).sort()).toEqual(['key-in-use', undefined])
  const bundle = await saved(told)
  expect(bundle.head.notes).toEqual([])
  const statuses = bundle.journal.flatMap((item) => (item.kind === 'exchange' ? [item.answer.status] : []))
  expect(statuses.sort()).toEqual([200, 400])
})

test('a full record goes on from a later state, and says how much it forgot', async () => {
  const told = await recorded({ most: 20 })
  for (let i = 0; i < 47; i++) await told.call('POST', '/books', `title=Book ${i}`)
  const recording = told.recorder.of(told.sandbox.defaultWorld)
  expect(recording.items.length).toBeLessThanOrEqual(20)
  expect(recording.forgotten + recording.items.length).toBe(47)
  const bundle = await saved(told)
  expect(bundle.head).toMatchObject({ notes: [], forgotten: recording.forgotten })
})

test('a bundle may begin at a snapshot of this world; not at one from before a reset', async () => {
  const told = await recorded()
  await told.call('POST', '/books', 'title=Emma')
  const snapshot = told.world.snapshot()
  await told.call('POST', '/books', 'title=Anna')
  const bundle = await saved(told, snapshot)
  expect(bundle.journal).toHaveLength(1)
  told.sandbox.resetWorld('default')
  await expect(saved(told, snapshot)).rejects.toThrow(/not taken of this world/)
})

test('who looks on is told of what people do, and of what falls due', async () => {
  const told = await library({
    jobs: { remind: (_data, world) => void world.table('reminder').insert({ id: 'r' }) },
    behaviours: [behaviour('POST /work', (_input, world) => ({ id: world.schedule('remind', world.now() + 1000) }))],
  })
  const seen: string[] = []
  told.sandbox.observers.add((observed) => seen.push(observed.kind === 'command' ? observed.name : observed.kind))
  const id = told.world.faults.add({ effect: { kind: 'status', status: 503 }, times: 1 }).id
  told.world.faults.remove(id)
  await told.work()
  await told.world.scheduler.advanceTo(told.world.clock.now() + 1000)
  expect(seen).toEqual(['faults add', 'faults remove', 'exchange', 'job'])
})
