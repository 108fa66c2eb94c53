import { existsSync, openSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { HOUR, killed, lasting, lastingDigest, receiver } from '../../support/lasting-library.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

type Lasting = Awaited<ReturnType<typeof lasting>>

/** Lets the disk be full. Gives the way to make room. */
function full({ sandbox }: Lasting): () => void {
  const { journal } = sandbox.state as unknown as { journal: { current: { handle: number } } }
  const { handle } = journal.current
  journal.current.handle = openSync('/dev/full', 'r+')
  return () => {
    journal.current.handle = handle
  }
}

/** What was taken back leaves no more than its place in the order. */
const placeless = ({ world }: Lasting) => lastingDigest(world).replace(/"next": \d+/g, '')

const reminders = ({ world }: Lasting) => world.allTables.find(({ name }) => name.endsWith('/reminder'))?.size ?? 0

/** What is due at once has had its turn. */
const turn = async () => {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve))
}
/** What waits for room tries again each second. */
const soon = (check: () => void) => vi.waitFor(check, 15_000)

test('a request that cannot be kept is a 500 and has not happened; with room the sandbox goes on', async () => {
  const folder = temporaryFolder()
  const told = await lasting(folder)
  await told.call('POST', '/books', 'title=Emma')
  await told.sandbox.settled()
  const before = placeless(told)
  const room = full(told)
  const refused = await told.call('POST', '/books', 'title=Anna', { 'idempotency-key': 'a' })
  expect(refused.status).toBe(500)
  expect((await told.call('GET', '/books')).body.data).toHaveLength(1)
  expect(placeless(told)).toBe(before)
  expect(told.world.log.list({})[1]?.failure).toMatch(
    /SANDBOX_STATE_NOT_WRITTEN: .*the disk is full \(ENOSPC\).*Make room/,
  )
  for (const act of [
    () => told.sandbox.createWorld('one'),
    () => told.sandbox.resetWorld('default'),
    () => told.world.faults.add({ effect: { kind: 'status', status: 503 } }),
  ])
    expect(act).toThrow(/cannot be written/)
  expect(told.world.faults.list()).toEqual([])
  expect([...told.sandbox.worlds.keys()]).toEqual(['default'])
  room()
  told.world.faults.clear()
  expect((await told.call('POST', '/books', 'title=Anna', { 'idempotency-key': 'a' })).status).toBe(200)
  const again = await lasting(killed(folder))
  expect((await again.call('GET', '/books')).body.data).toHaveLength(2)
})

// Linux alone has a file system that takes no folders and says that the parent is missing.
test.skipIf(!existsSync('/proc/self'))('a folder that cannot be made is told, and nothing hangs', async () => {
  await expect(lasting('/proc/none/state')).rejects.toThrow(/SANDBOX_STATE_NOT_WRITTEN|cannot be written/)
})

test('a job and a webhook that cannot be kept have their turn when there is room', async () => {
  let got = 0
  const transport = async () => ({ status: ++got > 0 ? 200 : 500, body: '' })
  const told = await lasting(temporaryFolder(), { transport })
  // Both are due, and nothing of it has been done.
  await told.work({}, { hours: 0, tell: true })
  const room = full(told)
  await turn()
  expect(got).toBe(0)
  expect(reminders(told)).toBe(0)
  // A clock that cannot be kept does not move.
  const { clock, scheduler } = told.world
  const before = clock.now()
  await expect(scheduler.advanceTo(before + HOUR)).rejects.toThrow(/cannot be written/)
  expect(clock.now()).toBe(before)
  room()
  await soon(() => expect(got).toBe(1))
  await told.sandbox.settled()
  expect(reminders(told)).toBe(1)
})

test('a webhook whose outcome cannot be kept is sent again, and says so', async () => {
  const folder = temporaryFolder()
  const two = receiver()
  const told = await lasting(folder, { transport: two.transport })
  await told.call('POST', '/books', 'title=Emma')
  await soon(() => expect(two.got).toHaveLength(1))
  const room = full(told)
  two.got[0]?.answer(200)
  await turn()
  room()
  await soon(() => expect(two.got).toHaveLength(2))
  expect(two.got.map(({ id }) => id)).toEqual([two.got[0]?.id, two.got[0]?.id])
  two.got[1]?.answer(200)
  await told.sandbox.settled()
  const [row] = told.world.deliveries.list()
  expect(row?.state).toBe('delivered')
  expect(row?.attempts.map(({ status, error }) => status ?? error?.slice(0, 40))).toEqual([
    'What came of this could not be written d',
    200,
  ])
})

test('where putting it together fails, what was appended still counts', async () => {
  const folder = temporaryFolder()
  const told = await lasting(folder)
  await told.call('POST', '/books', 'title=Emma')
  const { journal } = told.sandbox.state as unknown as { journal: { folder: string } }
  const { folder: right } = journal
  journal.folder = '/dev/null'
  await told.sandbox.state?.compact()
  expect(told.failures.map(String)).toEqual([expect.stringContaining('cannot be written')])
  journal.folder = right
  await told.call('POST', '/books', 'title=Anna')
  expect((await (await lasting(killed(folder))).call('GET', '/books')).body.data).toHaveLength(2)
})
