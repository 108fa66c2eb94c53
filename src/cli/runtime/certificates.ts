import type { Catalog } from '../../catalog.js'
import { createLocalTls, type LocalTls } from '../../doors/tls/local-tls.js'

/**
 * Certificates of this machine's own authority, which may sign for the hosts of every vendor there is, started or not: so
 * the authority, and the file that programs trust, stay the same. Nothing is loaded before a client or a hint asks.
 */
export function lazyCertificates(catalog: Catalog, dir: string): LocalTls {
  let made: Promise<LocalTls> | undefined
  const tls = () => {
    made ??= signedDomains(catalog).then((domains) => createLocalTls({ domains, dir }))
    return made
  }
  return {
    authority: async () => (await tls()).authority(),
    defaultCertificate: async (flaw) => (await tls()).defaultCertificate(flaw),
    contextFor: async (servername, flaw) => (await tls()).contextFor(servername, flaw),
  }
}

async function signedDomains(catalog: Catalog): Promise<string[]> {
  const vendors = await Promise.all(Object.values(catalog).map((load) => load()))
  return [...new Set([...vendors.flatMap(({ hosts }) => hosts.map((host) => host.replace(/^\*\./, ''))), 'localhost'])]
}
