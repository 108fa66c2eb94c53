import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { collectRoots, writeBundle } from './bundle.js'
import { type Authority, digest } from './ca.js'
import { writeTruststore } from './truststore.js'

export interface TrustFiles {
  /** Our root alone, PEM: for what adds to a program's trust. */
  readonly caPath: string
  /** All that is trusted here and our root, PEM: for what replaces a program's trust. */
  readonly bundlePath: string
  /** The same for Java, PKCS #12; the password is TRUSTSTORE_PASSWORD. */
  readonly truststorePath: string
}

/** The variables by which a user may have named a bundle of their own. */
const BUNDLE_VARIABLES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']

/**
 * Writes the files that programs can be pointed at, beside the authority. They are named by what is in them, so that a
 * second run with the same trust finds them there.
 * @param base the environment whose own bundles are taken in
 */
export async function writeTrustFiles(authority: Authority, base: NodeJS.ProcessEnv): Promise<TrustFiles> {
  const own = BUNDLE_VARIABLES.map((name) => base[name]).filter(
    (path): path is string => path !== undefined && path !== '',
  )
  const roots = await collectRoots(authority.cert, [...new Set(own)])
  const name = digest(roots.join('\n')).slice(0, 12)
  const bundlePath = join(authority.dir, `bundle-${name}.pem`)
  const truststorePath = join(authority.dir, `trust-${name}.p12`)
  if (!(await isThere(bundlePath))) await writeBundle(bundlePath, roots)
  if (!(await isThere(truststorePath))) await writeTruststore(truststorePath, roots)
  return { caPath: authority.caPath, bundlePath, truststorePath }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
