import { createSecureContext, type SecureContext } from 'node:tls'
import { type Authority, type AuthorityOptions, openAuthority } from './ca.js'
import { createLeaves, type Leaves } from './leaf.js'
import { isPermitted } from './name-constraints.js'
import type { Certificate, TlsProvider } from './provider.js'

export interface LocalTls extends TlsProvider {
  /** Opens the authority, at the first call only. */
  authority(): Promise<Authority>
}

/** Certificates from this machine's own authority. Nothing is read or made before it is asked for. */
export function createLocalTls(options: AuthorityOptions): LocalTls {
  let opened: Promise<{ authority: Authority; leaves: Leaves }> | undefined
  const open = () => {
    opened ??= openAuthority(options).then((authority) => ({ authority, leaves: createLeaves(authority, options.now) }))
    // A failure (a directory that cannot be written) is told to all who wait, and tried again by the next.
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
  const contexts = new WeakMap<Certificate, SecureContext>()

  return {
    authority: async () => (await open()).authority,
    defaultCertificate: async (flaw) => (await open()).leaves.leafFor('localhost', flaw),
    contextFor: async (servername, flaw) => {
      const { authority, leaves } = await open()
      // A name that no certificate can be made for gets the machine's own: "not for this host" says more than a cut.
      const name = isPermitted(servername.toLowerCase(), authority.domains) ? servername : 'localhost'
      const leaf = await leaves.leafFor(name, flaw)
      const context = contexts.get(leaf) ?? createSecureContext(leaf)
      contexts.set(leaf, context)
      return context
    },
  }
}
