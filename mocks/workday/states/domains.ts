import type { StateHandler } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'

/** Groups of the integration's user. */
function groups(world: WorkdayWorld): readonly string[] {
  return world.security.accounts.all()[0]?.groups ?? []
}

/** What the integration's user may do by a domain, from now on. A grant that nobody activated does not hold. */
export const domainStates: readonly StateHandler<WorkdayWorld>[] = [
  {
    name: 'the domain {domain} is granted',
    setUp: ({ domain }, world) => {
      for (const group of groups(world)) world.security.grant(String(domain), group, ['Get', 'Put'], true)
      return {}
    },
  },
  {
    name: 'the domain {domain} is not granted',
    setUp: ({ domain }, world) => {
      for (const group of groups(world)) world.security.withdraw(String(domain), group)
      return {}
    },
  },
]
