import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, killed, lasting, lastingDigest } from '../../support/lasting-library.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

type Lasting = Awaited<ReturnType<typeof lasting>>

const name = fc.constantFrom('default', 'one', 'two')
const number = fc.nat(20)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), name, number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), name, number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), name, number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('work' as const), name, number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refused' as const), name, number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('advance' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fault' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unfault' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('world' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), name, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('compact' as const), name, number }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take({ sandbox, call }: Lasting, { do: what, name, number }: Step): Promise<void> {
  const world = sandbox.worlds.get(name)
  if (what === 'world' && !world) sandbox.createWorld(name)
  if (!world) return
  const key = { authorization: `key_test_${name}`, 'idempotency-key': `${what}-${number}` }
  const books = world.allTables.find((table) => table.name === 'toy//book')?.all() ?? []
  const id = books[number % (books.length || 1)]?.id ?? 'book_none'
  if (what === 'add') await call('POST', '/books', `title=${number}`, key)
  if (what === 'change') await call('POST', `/books/${id}`, `title=${number}`, key)
  if (what === 'delete') await call('DELETE', `/books/${id}`, '', key)
  if (what === 'work') await call('POST', '/work', { again: number % 2 === 0 }, key)
  if (what === 'refused') await call('POST', '/books', `nonsense=${number}`, key)
  if (what === 'advance') await world.scheduler.advanceTo(world.clock.now() + (number * HOUR) / 4)
  if (what === 'fault')
    world.faults.add({ when: { probability: 0.5 }, times: number + 1, effect: { kind: 'status', status: 503 } })
  if (what === 'unfault') world.faults.clear()
  if (what === 'remove' && name !== 'default') sandbox.removeWorld(name)
  if (what === 'reset') sandbox.resetWorld(name)
  if (what === 'keep') sandbox.snapshots.save(name, world.snapshot())
  if (what === 'restore' && sandbox.snapshots.list().some(([kept]) => kept === name))
    sandbox.restoreWorld(name, sandbox.snapshots.get(name))
  if (what === 'compact') await sandbox.state?.compact()
}

const all = ({ sandbox }: Lasting) =>
  [...sandbox.worlds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([each, world]) => `${each}\n${lastingDigest(world)}`)

test('after any requests and commands, killed at any point, the next process has the same state, and goes on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.nat(24), async (steps, at) => {
      const folder = temporaryFolder()
      const first = await lasting({ folder, most: 20_000 })
      const kill = at % steps.length
      for (const each of steps.slice(0, kill + 1)) await take(first, each)
      await first.sandbox.settled()
      const again = await lasting({ folder: killed(folder), most: 20_000 })
      expect(all(again)).toEqual(all(first))
      for (const each of steps.slice(kill + 1)) {
        await take(first, each)
        await take(again, each)
      }
      await first.sandbox.settled()
      await again.sandbox.settled()
      // Under other ids of requests, what follows is the same.
      const named = (digests: string[]) => digests.map((text) => text.replace(/req_\w{8}/g, 'req'))
      expect(named(all(again))).toEqual(named(all(first)))
      first.sandbox.close()
      again.sandbox.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)
