import { sequence, tagged, taggedBytes } from './der.js'

/** The object identifier of the extension. */
export const NAME_CONSTRAINTS = '2.5.29.30'

const LOOPBACK_V4 = [127, 0, 0, 0, 255, 0, 0, 0]
const LOOPBACK_V6 = [...Array<number>(15).fill(0), 1, ...Array<number>(16).fill(255)]

/**
 * The NameConstraints extension (RFC 5280, 4.2.1.10) that permits these domains with all below them, and the loopback
 * addresses. Whoever gets hold of the authority's key can then make certificates for nothing else.
 */
export function nameConstraints(domains: readonly string[]): Buffer {
  const names = domains.map((domain) => sequence(taggedBytes(2, Buffer.from(domain, 'ascii'))))
  const addresses = [LOOPBACK_V4, LOOPBACK_V6].map((bytes) => sequence(taggedBytes(7, Buffer.from(bytes))))
  return sequence(tagged(0, ...names, ...addresses))
}

/** Whether a certificate for this host name or address would be accepted under the constraints. */
export function isPermitted(name: string, domains: readonly string[]): boolean {
  if (name === '::1' || /^127(\.\d+){3}$/.test(name)) return true
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`))
}
