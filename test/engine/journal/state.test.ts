import { expect, test, vi } from 'vitest'
import { digest, HOUR, killed, lasting, lastingDigest, receiver } from '../../support/lasting-library.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { libraryVendor } from '../../support/toy-library.js'

const of = (world: string) => ({ authorization: `key_test_${world}` })

test('a killed process has lost nothing that was answered: rows, ids, timers, files, idempotency', async () => {
  const folder = temporaryFolder()
  const first = await lasting(folder)
  const made = await first.call('POST', '/books', 'title=Emma', { 'idempotency-key': 'a' })
  await first.work()
  const gone = await first.call('POST', '/books', 'title=Gone')
  await first.call('DELETE', `/books/${gone.body.id}`)
  await first.sandbox.settled()

  const again = await lasting(killed(folder))
  expect(lastingDigest(again.world)).toBe(lastingDigest(first.world))
  const repeated = await again.call('POST', '/books', 'title=Emma', { 'idempotency-key': 'a' })
  expect(repeated.text).toBe(made.text)
  expect(repeated.headers.Replayed).toBeDefined()
  expect((await again.call('GET', `/books/${made.body.id}`)).body.title).toBe('Emma')
  const next = await again.call('POST', '/books', 'title=Anna')
  expect([made.body.id, gone.body.id]).not.toContain(next.body.id)
  expect(again.sandbox.state?.report).toMatchObject({ worlds: 1, notes: [] })
})

test('one that ends as it should goes on to the last byte as if it had not', async () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()]
  const first = await lasting(folder)
  const through = await lasting(other)
  for (const { call } of [first, through]) {
    await call('POST', '/books', 'title=Emma')
    await call('GET', '/books')
  }
  await first.sandbox.settled()
  await through.sandbox.settled()
  first.sandbox.close()
  const again = await lasting(folder)
  expect(digest(again.world)).toBe(digest(through.world))
  expect(await again.call('POST', '/books', 'title=A')).toEqual(await through.call('POST', '/books', 'title=A'))
})

test('ids of requests that only read are not given twice after a kill', async () => {
  const folder = temporaryFolder()
  const first = await lasting(folder)
  const ids: string[] = []
  const note = ({ sandbox }: typeof first) => ids.push(...sandbox.defaultWorld.log.list({}).map(({ id }) => id))
  for (let i = 0; i < 5; i++) await first.call('GET', '/books')
  note(first)
  for (let run = 0, from = folder; run < 2; run++) {
    from = killed(from)
    const again = await lasting(from)
    for (let i = 0; i < 5; i++) await again.call('GET', '/books')
    note(again)
  }
  expect(new Set(ids).size).toBe(15)
})

test('worlds that were made, removed, reset, restored and copied are so after a kill', async () => {
  const folder = temporaryFolder()
  const { sandbox, call, world } = await lasting(folder)
  await call('POST', '/books', 'title=Emma')
  await call('POST', '/work', {})
  const snapshot = world.snapshot()
  for (const name of ['kept', 'gone', 'fresh']) {
    sandbox.createWorld(name)
    await call('POST', '/books', `title=${name}`, of(name))
  }
  sandbox.removeWorld('gone')
  sandbox.resetWorld('fresh')
  sandbox.forkWorld('copy', snapshot)
  sandbox.resetWorld('default')
  sandbox.restoreWorld('default', snapshot)
  await sandbox.settled()

  const again = await lasting(killed(folder))
  expect([...again.sandbox.worlds.keys()].sort()).toEqual(['copy', 'default', 'fresh', 'kept'])
  const titles = async (name: string) => {
    const { body } = await again.call('GET', '/books', '', of(name))
    return body.data.map(({ title }: { title: string }) => title)
  }
  expect(await Promise.all(['copy', 'default', 'fresh', 'kept'].map(titles))).toEqual([
    ['Emma'],
    ['Emma'],
    [],
    ['kept'],
  ])
  expect((await again.call('GET', '/books', '', of('gone'))).status).toBe(401)
  const [receipt] = again.world.allTables.find(({ name }) => name.endsWith('/receipt'))?.all() ?? []
  const { file } = receipt as unknown as { file: string }
  expect(again.world.files.read(file, 0, 5).toString()).toBe('loan ')
})

test('a frozen clock stays where it was moved to; faults keep how often they still happen', async () => {
  const folder = temporaryFolder()
  const { world, call } = await lasting(folder)
  await world.scheduler.advanceTo(world.clock.now() + HOUR)
  world.faults.add({ times: 2, effect: { kind: 'status', status: 503 } })
  expect((await call('GET', '/books')).status).toBe(400)
  const again = await lasting(killed(folder))
  expect(again.world.clock.now()).toBe(world.clock.now())
  expect(again.world.clock.frozen).toBe(true)
  expect([(await again.call('GET', '/books')).status, (await again.call('GET', '/books')).status]).toEqual([400, 200])
  world.clock.run()
  expect((await lasting(killed(folder))).world.clock.frozen).toBe(false)
})

test('what fell due while a running clock had nobody happens at the start, each at its moment', async () => {
  const folder = temporaryFolder()
  const began = Date.now()
  const { sandbox, work } = await lasting(folder, { frozen: false, at: began - 10 * HOUR })
  const { body } = await work({}, { again: true })
  sandbox.close()
  const text = folder
  // Three and a half hours go by on the wall: the clock is told that its record is older.
  const { rewrite } = await import('../../support/rewrite-journal.js')
  rewrite(text, (record) => {
    const { clock } = record as { clock?: [number, boolean, number] }
    return clock ? { ...record, clock: [clock[0], clock[1], clock[2] - 3.5 * HOUR] } : record
  })
  const again = await lasting(folder, { frozen: false })
  const reminders = again.world.allTables.find(({ name }) => name.endsWith('/reminder'))?.all() ?? []
  expect(reminders).toHaveLength(3)
  const times = reminders.map(({ id }) => Number(id.slice(String(body.loan).length + 1)))
  expect(times.map((time) => Math.round((time - (began - 10 * HOUR)) / HOUR))).toEqual([1, 2, 3])
})

test('a webhook that was committed and not sent goes out after a kill; one under way again, with the same event, and it says so', async () => {
  const folder = temporaryFolder()
  const one = receiver()
  const first = await lasting(folder, { transport: one.transport })
  await first.call('POST', '/books', 'title=Emma')
  const unsent = killed(folder)
  await vi.waitFor(() => expect(one.got).toHaveLength(1))
  const underWay = killed(folder)
  one.got[0]?.answer(200)
  await first.sandbox.settled()
  const done = killed(folder)

  for (const [from, ids, said] of [
    [unsent, [one.got[0]?.id], 0],
    [underWay, [one.got[0]?.id], 1],
    [done, [], 0],
  ] as const) {
    const two = receiver()
    const again = await lasting(from, { transport: two.transport })
    await vi.waitFor(() => expect(two.got).toHaveLength(ids.length))
    if (ids.length === 0) await again.sandbox.settled()
    expect(two.got.map(({ id }) => id)).toEqual(ids)
    two.got[0]?.answer(200)
    await again.sandbox.settled()
    const [row] = again.world.deliveries.list()
    expect(row?.state).toBe('delivered')
    expect(row?.attempts.filter(({ error }) => error?.includes('repeated after the restart'))).toHaveLength(said)
    expect(again.sandbox.state?.report?.notes).toHaveLength(said)
  }
})

test('snapshots by name last, until they are removed', async () => {
  const folder = temporaryFolder()
  const { sandbox, call, world } = await lasting(folder)
  await call('POST', '/books', 'title=Emma')
  sandbox.snapshots.save('one', world.snapshot())
  sandbox.snapshots.save('two', world.snapshot())
  sandbox.snapshots.remove('two')
  await call('POST', '/books', 'title=Anna')
  const again = await lasting(killed(folder))
  expect(again.sandbox.snapshots.list().map(([name]) => name)).toEqual(['one'])
  again.sandbox.restoreWorld('default', again.sandbox.snapshots.get('one'))
  expect((await again.call('GET', '/books')).body.data).toHaveLength(1)
})

test('a vendor that is not started this time finds all as it was the next time, also after the state was put together', async () => {
  const folder = temporaryFolder()
  const vendors = () => [libraryVendor(), libraryVendor({ name: 'other', hosts: ['api.other.test'] })]
  const first = await lasting(folder, { vendors: vendors() })
  const key = { authorization: 'key_test_default' }
  const other = (sandbox: typeof first.sandbox, method: string, target: string, body = '') =>
    sandbox.handle({
      ...first.exchange(method, target, body, key),
      host: 'api.other.test',
    })
  await other(first.sandbox, 'POST', '/books', 'title=Emma')
  first.sandbox.close()
  const without = await lasting(folder)
  expect(without.sandbox.state?.report?.notes).toEqual(['other is not started: what it has is kept for the next time.'])
  await without.call('POST', '/books', 'title=Anna')
  await without.sandbox.state?.compact()
  without.sandbox.close()
  const back = await lasting(folder, { vendors: vendors() })
  const reply = await other(back.sandbox, 'GET', '/books')
  expect(String('body' in reply && reply.body)).toContain('Emma')
  expect((await back.call('GET', '/books')).body.data).toHaveLength(1)
})

test('a new vendor gets its credentials in worlds that are older than it, once', async () => {
  const folder = temporaryFolder()
  const first = await lasting(folder)
  await first.call('POST', '/books', 'title=Emma')
  first.sandbox.close()
  const both = { vendors: [libraryVendor(), libraryVendor({ name: 'other', hosts: ['api.other.test'] })] }
  const second = await lasting(folder, both)
  expect(second.sandbox.worldOf('other', ['key_test_default'])).toBe(second.world)
  const third = await lasting(killed(folder), both)
  expect(third.sandbox.worldOf('other', ['key_test_default'])).toBe(third.world)
  expect(third.sandbox.state?.report?.notes).toEqual([])
})

test('another version of a description, or of Standin, is taken and told of', async () => {
  const folder = temporaryFolder()
  const first = await lasting({ folder, standin: '1.0.0' })
  await first.call('POST', '/books', 'title=Emma')
  first.sandbox.close()
  const { libraryDocument } = await import('../../support/toy-library.js')
  const document = { ...libraryDocument(), info: { title: 'Toy', version: '2' } }
  const again = await lasting({ folder, standin: '1.1.0' }, {}, { document })
  expect((await again.call('GET', '/books')).body.data).toHaveLength(1)
  expect(again.sandbox.state?.report?.notes).toEqual([
    'It was written by Standin 1.0.0; this is 1.1.0.',
    'toy was described by version 1, now by 2; rows stay as they are.',
  ])
})

test('a request that only reads writes nothing', async () => {
  const { sandbox, call } = await lasting(temporaryFolder())
  await call('POST', '/books', 'title=Emma')
  await sandbox.settled()
  const { journal } = sandbox.state as unknown as { journal: { file: { size: number } } }
  const before = journal.file.size
  await call('GET', '/books')
  expect(journal.file.size).toBe(before)
  await call('POST', '/books', 'title=Anna')
  expect(journal.file.size).toBeGreaterThan(before)
})

test('a transaction that is rolled back leaves nothing behind', async () => {
  const folder = temporaryFolder()
  const { world, sandbox } = await lasting(folder)
  const [runtime] = sandbox.vendors
  if (!runtime) throw new Error('There is no vendor.')
  const table = world.table(runtime, '', 'book')
  expect(() =>
    world.transact('test', undefined, () => {
      table.insert({ id: 'book_lost' })
      throw new Error('no')
    }),
  ).toThrow('no')
  world.transact('test', undefined, () => table.insert({ id: 'book_kept' }))
  const again = await lasting(killed(folder))
  const rows = again.world.allTables.find(({ name }) => name === 'toy//book')?.all()
  expect(rows).toEqual([{ id: 'book_kept' }])
})
