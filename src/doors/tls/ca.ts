import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory, ensurePrivateDirectory, readIfThere, withLock, writeWhole } from './files.js'
import type { Certificate } from './provider.js'

const DAY = 24 * 60 * 60 * 1000
const LIFETIME = 730 * DAY

/** With less than this left a new one is made, so that none expires under a running sandbox. */
const RENEW_BEFORE = 30 * DAY

/** Bumped when what a root looks like changes: older ones are then made anew. */
const FORMAT = 1

export interface AuthorityOptions {
  /** What it may sign for: these domains and all below them. Loopback is always permitted. */
  readonly domains: readonly string[]
  /** Default: `standin` in the user's cache directory. */
  readonly dir?: string
  /** Wall time in milliseconds, for tests. */
  readonly now?: () => number
}

/** A certificate authority of this machine. Its key never leaves its directory. */
export interface Authority extends Certificate {
  readonly domains: readonly string[]
  /** The directory that is this authority's own, 0700. */
  readonly dir: string
  /** The root certificate as a PEM file that clients can be pointed at. */
  readonly caPath: string
  readonly fingerprint: string
}

/**
 * Reads the authority for these domains, or makes it where there is none, it runs out, or it is damaged. Each list of
 * domains has its own, so that two sandboxes with different lists do not replace each other's.
 * @throws SandboxError (`SANDBOX_BAD_CONFIG`) where the directory cannot be written
 */
export async function openAuthority(options: AuthorityOptions): Promise<Authority> {
  const domains = [...new Set(options.domains.map((domain) => domain.toLowerCase()))].sort()
  const dir = join(options.dir ?? cacheDirectory(), `tls-${digest(JSON.stringify([FORMAT, domains])).slice(0, 12)}`)
  const now = options.now ?? Date.now
  await ensurePrivateDirectory(dir)
  const file = join(dir, 'authority.json')
  const root = (await readRoot(file, now())) ?? (await withLock(join(dir, 'lock'), () => renew(file, domains, now)))
  const caPath = join(dir, 'ca.pem')
  if ((await readIfThere(caPath)) !== root.cert) await writeWhole(caPath, root.cert, 0o644)
  return { ...root, domains, dir, caPath, fingerprint: new X509Certificate(root.cert).fingerprint256 }
}

async function renew(file: string, domains: readonly string[], now: () => number): Promise<Certificate> {
  // Another process may have made it while this one waited for the lock.
  const made = await readRoot(file, now())
  if (made !== undefined) return made
  const { makeRoot } = await import('./certificates.js')
  const validity = { notBefore: new Date(now() - DAY), notAfter: new Date(now() + LIFETIME) }
  // The date tells two roots of one machine apart in a client's error message.
  const name = `Standin local CA, made ${new Date(now()).toISOString().slice(0, 16)}Z`
  const root = await makeRoot(name, domains, validity)
  await writeWhole(file, JSON.stringify(root), 0o600)
  return root
}

async function readRoot(file: string, now: number): Promise<Certificate | undefined> {
  const text = await readIfThere(file)
  const root = text === undefined ? undefined : parseCertificate(text)
  if (root === undefined) return undefined
  if (!isUsable(root, now + RENEW_BEFORE)) return undefined
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
  return root
}

/** A key and certificate as they are kept on disk; undefined where the text is anything else. */
export function parseCertificate(text: string): Certificate | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('key' in value) || !('cert' in value)) return undefined
    const { key, cert } = value
    return typeof key === 'string' && typeof cert === 'string' ? { key, cert } : undefined
  } catch {
    return undefined
  }
}

/** True where key and certificate belong together and are valid until `until`, in milliseconds. */
export function isUsable({ key, cert }: Certificate, until: number): boolean {
  try {
    const certificate = new X509Certificate(cert)
    return Date.parse(certificate.validTo) > until && certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
