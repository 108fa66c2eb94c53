/**
 * Which hosts are a vendor's, and where its stand-in listens. Loaded into the user's own processes too (by the hook), so
 * it imports nothing.
 */

export interface HostRule {
  /** `api.acme.test`, or `*.acme.test` for all that is below it, however deep. */
  readonly pattern: string
  readonly vendor: string
  /** The stand-in's port on this machine; absent where that vendor is not started. */
  readonly port?: number | undefined
}

export type HostMap = readonly HostRule[]

/**
 * The rule for a host name: an exact one before a wildcard, the longer wildcard before the shorter. Case and a trailing
 * dot make no difference. Undefined for a host that is no vendor's.
 */
export function matchHost(map: HostMap, hostname: string): HostRule | undefined {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  let best: HostRule | undefined
  for (const rule of map) {
    const pattern = rule.pattern.toLowerCase()
    if (pattern === name) return rule
    const covers = pattern.startsWith('*.') && name.length >= pattern.length && name.endsWith(pattern.slice(1))
    if (covers && pattern.length > (best?.pattern.length ?? 0)) best = rule
  }
  return best
}

/** What is told to a program that wants a vendor which is not there. Printable ASCII, so it can be a header. */
export function notStarted(rule: HostRule, hostname: string): string {
  const name = hostname.replace(/[^\x21-\x7e]/g, '?')
  return `Standin let nothing through to ${name}: it belongs to ${rule.vendor}, which is not started. Start ${rule.vendor} too.`
}
