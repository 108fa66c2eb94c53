import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packLines, unpackLines } from '../../../src/engine/world/packed-lines.js'
import { notPlain } from '../../../src/engine/world/plain-data.js'
import type { Snapshot } from '../../../src/engine/world/snapshot.js'
import { readSnapshotLines, snapshotLines } from '../../../src/engine/world/snapshot-file.js'
import { behaviour, library } from '../../support/toy-library.js'

const DAY = 24 * 3_600_000
const key = (world: string) => ({ authorization: `key_test_${world}` })

const lending = () =>
  library({
    jobs: { remind: ({ loan }, world) => void world.table('reminder').insert({ id: String(loan) }) },
    behaviours: [
      behaviour('POST /work', (_input, world) => {
        const loan = world.random.base62(8)
        world.schedule('remind', world.now() + DAY, { loan })
        const file = world.files.create()
        const size = world.files.write(file, 0, `loan ${loan}`)
        world.table('receipt').insert({ id: loan, file, size } as never)
        const [first] = world.table<{ id: string; file: string; size: number }>('receipt').all()
        const text = first ? world.files.read(first.file, 0, first.size).toString() : ''
        return { loan, first: text, chance: world.world.chance.uint32(), at: world.now() }
      }),
    ],
  })
type Lending = Awaited<ReturnType<typeof lending>>

/** What a client sees from here on: rows, ids, files, chance, idempotency, timers. */
async function goOn({ call, sandbox }: Lending): Promise<string[]> {
  const answers = [
    await call('POST', '/books', 'title=Emma', { 'idempotency-key': 'a' }),
    await call('POST', '/books', 'title=Anna'),
    await call('POST', '/work', {}),
    await call('GET', '/books'),
  ].map(({ text, headers }) => text + JSON.stringify(headers))
  const world = sandbox.defaultWorld
  await world.scheduler.advanceTo(world.clock.now() + DAY)
  const reminders = world.allTables.find(({ name }) => name.endsWith('/reminder'))?.all() ?? []
  return [...answers, JSON.stringify(reminders), String(world.clock.now())]
}

async function busy(): Promise<Lending> {
  const told = await lending()
  await told.call('POST', '/books', 'title=Emma', { 'idempotency-key': 'a' })
  await told.call('POST', '/work', {})
  await told.call('DELETE', `/books/${(await told.call('POST', '/books', 'title=Gone')).body.id}`)
  await told.world.scheduler.advanceTo(told.world.clock.now() + DAY)
  await told.call('POST', '/work', {})
  return told
}

const written = (snapshot: Snapshot) => packLines(snapshotLines(snapshot))
const read = (bytes: Uint8Array) => readSnapshotLines(unpackLines(bytes, 'x'), 'x')

test('a world that is given back its state goes on as it did then, as often as one likes', async () => {
  const told = await busy()
  const snapshot = told.world.snapshot()
  const first = await goOn(told)
  for (let again = 0; again < 2; again++) {
    told.sandbox.restoreWorld('default', snapshot)
    expect(await goOn(told)).toEqual(first)
  }
})

test('another process goes on from the file as this one did', async () => {
  const told = await busy()
  const bytes = written(told.world.snapshot())
  const other = await lending()
  other.sandbox.restoreWorld('default', read(bytes))
  expect(await goOn(other)).toEqual(await goOn(told))
  expect(written(read(bytes))).toEqual(bytes)
})

test('what was made after the snapshot is gone, its credentials too', async () => {
  const { sandbox, world, call } = await lending()
  const snapshot = world.snapshot()
  world.transact('test', undefined, () => {
    const [runtime] = sandbox.vendors
    if (runtime) world.vendorWorld(runtime, '').claim('key_test_late')
  })
  expect(sandbox.worldOf('toy', ['key_test_late'])).toBe(world)
  await call('POST', '/books', 'title=Emma')
  const fresh = sandbox.restoreWorld('default', snapshot)
  expect(sandbox.worldOf('toy', ['key_test_late'])).toBeUndefined()
  expect(sandbox.worldOf('toy', ['key_test_default'])).toBe(fresh)
  expect((await call('GET', '/books')).body.data).toEqual([])
})

test('faults are part of it, with how often they still happen', async () => {
  const { sandbox, world, call } = await lending()
  world.faults.add({ times: 2, effect: { kind: 'status', status: 503 } })
  await call('GET', '/books')
  const snapshot = world.snapshot()
  await call('GET', '/books')
  sandbox.restoreWorld('default', read(written(snapshot)))
  expect([(await call('GET', '/books')).status, (await call('GET', '/books')).status]).toEqual([400, 200])
})

test('a copy under another name has its own credentials; those of a world that is there are not taken twice', async () => {
  const { sandbox, call, world } = await lending()
  await call('POST', '/books', 'title=Emma')
  const snapshot = world.snapshot()
  sandbox.forkWorld('fork', snapshot)
  await call('POST', '/books', 'title=Anna', key('fork'))
  expect((await call('GET', '/books', '', key('fork'))).body.data).toHaveLength(2)
  expect((await call('GET', '/books')).body.data).toHaveLength(1)
  expect(() => sandbox.restoreWorld('other', snapshot)).toThrow(/those of the world 'default'/)
  expect(sandbox.worlds.has('other')).toBe(false)
})

test('a snapshot inside a transaction is refused', async () => {
  const { world } = await lending()
  expect(() => world.transact('test', undefined, () => world.snapshot())).toThrow(/inside a transaction/)
})

test.each<[string, (bytes: Buffer) => Uint8Array, RegExp]>([
  ['cut', (bytes) => bytes.subarray(0, bytes.length / 2), /not gzip, or is cut/],
  ['no gzip', () => Buffer.from('hello'), /not gzip/],
  ['changed', (bytes) => gzipSync(unpackLines(bytes, 'x').join('\n').replace('Emma', 'Anna')), /its end is missing/],
  ['another checksum', () => gzipSync(`x\n{"end":true,"sha256":"${'0'.repeat(64)}"}\n`), /checksum is wrong/],
  ['another file', () => packLines(['{"standin":"bundle"}']), /does not begin as a snapshot/],
  ['newer', () => packLines(['{"standin":"snapshot","version":99}']), /version 99; this Standin reads version 1/],
  ['no head', () => packLines(['{"standin":"snapshot","version":1}']), /line 1: world/],
  ['no JSON', (bytes) => packLines([...unpackLines(bytes, 'x'), '{']), /it is no JSON/],
  ['a row of nothing', (bytes) => packLines([...unpackLines(bytes, 'x'), '{"x":1}', '[1,{}]']), /neither a table nor/],
  [
    'a row twice',
    (bytes) => packLines([...unpackLines(bytes, 'x'), '{"table":"t","next":3}', '[1,{"id":"a"}]', '[2,{"id":"a"}]']),
    /there already/,
  ],
  ['a path for a file', (bytes) => packLines([...unpackLines(bytes, 'x'), '{"file":"../../etc"}']), /is no file/],
])('a file that is %s is refused with its reason', async (_name, spoil, reason) => {
  const { world } = await busy()
  expect(() => read(spoil(written(world.snapshot())))).toThrow(reason)
})

test('one that unpacks to more than the memory holds is not unpacked', () => {
  expect(() => unpackLines(gzipSync(Buffer.alloc(5_000_000)), 'x', 1_000_000)).toThrow(/more than 1000000 bytes/)
})

test('what JSON cannot hold is found wherever it stands', () => {
  const wrong = [new Date(0), new Map(), 1n, Number.NaN, new Uint8Array(1), () => 1, Symbol('x'), [undefined]]
  expect(wrong.filter((value) => notPlain({ a: [{ b: value }] }) === undefined)).toEqual([])
  fc.assert(fc.property(fc.jsonValue(), (value) => notPlain(value) === undefined))
})
