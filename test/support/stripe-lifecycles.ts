import { describe, expect, test } from 'vitest'
import type { StripeWorld } from '../../mocks/stripe/world.js'
import type { Lifecycle } from '../../src/engine/lifecycle.js'
import { errorOf, stripeWorld } from './stripe.js'

export type TestWorld = Awaited<ReturnType<typeof stripeWorld>>

/** A lifecycle table with ways to bring a resource into each of its states, and to try each of its actions. */
export interface Machine<State extends string, Action extends string> {
  readonly lifecycle: Lifecycle<State, Action>
  /** Brings one into a state; gives its id. */
  readonly reach: Readonly<Partial<Record<State, (world: TestWorld) => Promise<string>>>>
  readonly act: Readonly<Record<Action, (world: TestWorld, id: string) => Promise<unknown>>>
  /** What is not asked for by a request, or does nothing where it is not allowed. */
  readonly silent: readonly NoInfer<Action>[]
  readonly state: (world: TestWorld, id: string) => State
  /** The resource as it is; nothing of it may change where an action is refused. */
  readonly row: (view: StripeWorld, id: string) => unknown
}

/** Does something that a bank or the clock does. */
export async function byTheBank({ world, view }: TestWorld, work: (view: StripeWorld) => unknown): Promise<void> {
  world.transact('test', undefined, () => work(view))
}

/** Walks every cell: an allowed action leads to a state of the table, any other changes nothing. */
export function walk<State extends string, Action extends string>(name: string, machine: Machine<State, Action>): void {
  const { lifecycle, reach, act, silent, state, row } = machine
  const cells = lifecycle.states.flatMap((from) =>
    (Object.keys(lifecycle.actions) as Action[]).map((action) => ({ from, action })),
  )
  describe(name, () => {
    test.each(cells)('$action in $from', async ({ from, action }) => {
      const world = await stripeWorld()
      const id = (await reach[from]?.(world)) ?? ''
      await world.settled()
      expect(state(world, id)).toBe(from)
      const before = row(world.view, id)

      if (lifecycle.allows(from, action)) {
        await act[action](world, id)
        await world.settled()
        const { to } = lifecycle.actions[action]
        expect(to.length === lifecycle.states.length ? [from] : to).toContain(state(world, id))
        return
      }
      if (silent.includes(action)) await act[action](world, id)
      else expect(await errorOf(act[action](world, id))).toMatchObject({ statusCode: 400 })
      expect(row(world.view, id)).toEqual(before)
    })
  })
}
