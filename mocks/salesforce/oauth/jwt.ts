import { createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'

/** A JSON Web Token taken apart; not yet trusted. */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: string
  readonly signature: Buffer
}

/** Reads a compact token, or gives undefined for what is none. */
export function parseJwt(token: string): Jwt | undefined {
  const [head, body, signature, ...rest] = token.split('.')
  if (!head || !body || !signature || rest.length > 0) return undefined
  const header = json(head)
  const claims = json(body)
  if (!header || !claims) return undefined
  return { header, claims, signed: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') }
}

/** Whether a key made this token's RS256 signature. `pem` is a public key or an X.509 certificate. */
export function isSignedBy(jwt: Jwt, pem: string): boolean {
  if (jwt.header.alg !== 'RS256') return false
  const key = publicKeyOf(pem)
  return key !== undefined && verify('RSA-SHA256', Buffer.from(jwt.signed), key, jwt.signature)
}

/** The key of a PEM, or undefined where it cannot be read as a certificate or a public key. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  try {
    return pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem)
  } catch {
    return undefined
  }
}

/** A compact RS256 token. */
export function signJwt(claims: Readonly<Record<string, unknown>>, key: KeyObject | string, kid?: string): string {
  const header = { alg: 'RS256', ...(kid !== undefined && { kid }), typ: 'JWT' }
  const signed = `${part(header)}.${part(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function json(encoded: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
