import { rootCertificates } from 'node:tls'
import { readIfThere, writeWhole } from './files.js'

/** Where systems keep the roots that OpenSSL trusts, the usual place of each family first. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** The certificates of a PEM text, one string each, without what stands between them. */
export function splitPem(text: string): string[] {
  return text.match(CERTIFICATE) ?? []
}

/**
 * All that this machine trusts, then our own root: for the settings that replace a program's trust instead of adding to
 * it. Nothing is in it twice.
 * @param extraFiles bundles that the user has set already; one that cannot be read is left out
 */
export async function collectRoots(caPem: string, extraFiles: readonly string[] = []): Promise<string[]> {
  const texts: (string | undefined)[] = []
  for (const file of extraFiles) texts.push(await readIfThere(file))
  for (const file of SYSTEM_BUNDLES) {
    const text = await readIfThere(file)
    texts.push(text)
    if (text !== undefined) break
  }
  const all = [...texts.flatMap((text) => splitPem(text ?? '')), ...rootCertificates, ...splitPem(caPem)]
  const byContent = new Map(all.map((pem) => [pem.replace(/\s/g, ''), pem]))
  return [...byContent.values()]
}

/** Writes certificates as one PEM file. */
export async function writeBundle(path: string, roots: readonly string[]): Promise<void> {
  await writeWhole(path, `${roots.join('\n')}\n`, 0o644)
}
