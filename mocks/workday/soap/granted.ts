import type { WorkdayWorld } from '../world.js'

/** Whether a user may read by one of several domains; asked for once each in a request. */
export function grantedTo(world: WorkdayWorld, user: string): (domains: readonly string[]) => boolean {
  const known = new Map<string, boolean>()
  return (domains) =>
    domains.some((domain) => {
      const before = known.get(domain)
      if (before !== undefined) return before
      const granted = world.security.isGranted(user, domain, 'Get')
      known.set(domain, granted)
      return granted
    })
}
