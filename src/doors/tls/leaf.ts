import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type Authority, digest, isUsable, parseCertificate } from './ca.js'
import { readIfThere, writeWhole } from './files.js'
import type { Certificate, Flaw } from './provider.js'

const DAY = 24 * 60 * 60 * 1000
const LIFETIME = 90 * DAY

/** The names and addresses a client may call this machine by. */
const LOCAL_NAMES: readonly string[] = ['localhost', '127.0.0.1', '::1']

export interface Leaves {
  /**
   * The certificate for a host name, or for this machine where it is one of its names. Made at most once for each name
   * and flaw; a good one is kept on disk too, so that a later start need make none.
   */
  leafFor(servername: string, flaw?: Flaw): Promise<Certificate>
}

/** @param now wall time in milliseconds, for tests */
export function createLeaves(authority: Authority, now: () => number = Date.now): Leaves {
  const made = new Map<string, Promise<Certificate>>()
  const until = new WeakMap<Certificate, number>()

  const fresh = async (key: string, make: () => Promise<Certificate>): Promise<Certificate> => {
    const known = made.get(key)
    if (known !== undefined) {
      const leaf = await known
      if ((until.get(leaf) ?? 0) > now() + DAY) return leaf
    }
    const making = make()
    made.set(key, making)
    try {
      const leaf = await making
      until.set(leaf, key.includes(' ') ? Number.POSITIVE_INFINITY : Date.parse(new X509Certificate(leaf.cert).validTo))
      return leaf
    } catch (error) {
      made.delete(key)
      throw error
    }
  }

  return {
    leafFor: (servername, flaw) => {
      const name = LOCAL_NAMES.includes(servername) ? 'localhost' : servername.toLowerCase()
      if (flaw === undefined) return fresh(name, () => readOrMake(authority, name, now()))
      return fresh(`${name} ${flaw}`, () => makeFlawed(authority, name, flaw, now()))
    },
  }
}

const namesOf = (name: string) => (name === 'localhost' ? LOCAL_NAMES : [name])

async function readOrMake(authority: Authority, name: string, now: number): Promise<Certificate> {
  const file = join(authority.dir, `leaf-${digest(`${authority.fingerprint} ${name}`).slice(0, 16)}.json`)
  const kept = parseCertificate((await readIfThere(file)) ?? '')
  if (kept !== undefined && isUsable(kept, now + DAY)) return kept
  const { makeLeaf } = await import('./certificates.js')
  const leaf = await makeLeaf(authority, namesOf(name), goodFrom(now))
  await writeWhole(file, JSON.stringify(leaf), 0o600)
  return leaf
}

async function makeFlawed(authority: Authority, name: string, flaw: Flaw, now: number): Promise<Certificate> {
  const { makeLeaf, makeRoot } = await import('./certificates.js')
  if (flaw === 'untrusted') {
    const stranger = await makeRoot('A CA that nobody trusts', authority.domains, goodFrom(now))
    return makeLeaf(stranger, namesOf(name), goodFrom(now))
  }
  if (flaw === 'wrong-host') {
    // Inside the constraints, so that the host name is all that is wrong with it.
    return makeLeaf(authority, [`another-host.${isIP(name) ? 'localhost' : name}`], goodFrom(now))
  }
  const days = flaw === 'expired' ? [-2, -1] : [1, 90]
  const [notBefore, notAfter] = days.map((count) => new Date(now + count * DAY))
  return makeLeaf(authority, namesOf(name), {
    notBefore: notBefore ?? new Date(now),
    notAfter: notAfter ?? new Date(now),
  })
}

function goodFrom(now: number) {
  // A day back, for containers whose clock is behind.
  return { notBefore: new Date(now - DAY), notAfter: new Date(now + LIFETIME) }
}
