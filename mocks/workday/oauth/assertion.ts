import { createPublicKey, verify } from 'node:crypto'
import type { ClientRow } from '../security/rows.js'

export interface Assertion {
  /** Client id. */
  readonly iss: string
  /** User name. */
  readonly sub: string
  readonly aud: unknown
  /** Unix seconds, of the client's own clock. */
  readonly exp: number
}

/** The claims of a JWT, not verified yet; undefined for what is none. */
export function claimsOfAssertion(jwt: string): Assertion | undefined {
  try {
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Assertion
    return typeof claims === 'object' && claims !== null ? claims : undefined
  } catch {
    return undefined
  }
}

const ALGORITHMS: Readonly<Record<string, string>> = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' }

/** Whether a JWT was signed with the key whose public half the client registered. */
export function isSignedBy(jwt: string, { publicKey }: ClientRow): boolean {
  const [head = '', claims = '', signature = ''] = jwt.split('.')
  if (publicKey === undefined) return false
  try {
    const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: string }
    const algorithm = ALGORITHMS[alg ?? '']
    if (algorithm === undefined) return false
    return verify(
      algorithm,
      Buffer.from(`${head}.${claims}`),
      createPublicKey(publicKey),
      Buffer.from(signature, 'base64url'),
    )
  } catch {
    return false
  }
}
