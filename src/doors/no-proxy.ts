import type { HostMap } from './host-map.js'

const LOOPBACK = ['localhost', '127.0.0.1', '::1']

/**
 * The value for NO_PROXY: loopback and the user's own entries, without those by which a vendor's host would go past the
 * proxy: `*`, a domain above one, a name below a wildcard.
 * @param own the user's values, each a list with commas or spaces
 */
export function noProxy(hosts: HostMap, ...own: readonly (string | undefined)[]): string {
  const entries = own.flatMap((list) => (list ?? '').split(/[\s,]+/)).filter((entry) => entry !== '')
  return [...new Set([...LOOPBACK, ...entries.filter((entry) => !exempts(entry, hosts))])].join(',')
}

function exempts(entry: string, hosts: HostMap): boolean {
  const domain = entry
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\*?\./, '')
  if (domain === '*') return true
  return hosts.some(({ pattern }) => {
    const name = pattern.toLowerCase().replace(/^\*\./, '')
    if (name === domain || name.endsWith(`.${domain}`)) return true
    return pattern.startsWith('*.') && domain.endsWith(`.${name}`)
  })
}
