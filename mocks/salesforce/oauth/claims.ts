import type { Call } from '../../../src/engine/kit.js'
import { clientCredentials, type Form } from './client.js'
import { parseJwt } from './jwt.js'

/** What the default world answers where a request names no world: the list of versions, key sets, an unknown client's error. */
export const ANYONE = 'anyone'

/** Fields of a form or query that lead to a world: each is minted, drawn or registered by one. */
const TELLING = [
  'code',
  'refresh_token',
  'token',
  'oauth_token',
  'access_token',
  'authorization',
  'user_code',
  'client_id',
  'username',
] as const

/** What tells the world of a request: its session, or a code, a token, a client id, a user name, the org, the host. */
export function claimsOf(call: Call, credential: string | undefined): readonly string[] {
  if (credential !== undefined && !call.operation?.public) return [credential]
  const form: Form = { ...call.query, ...(call.body as Form | undefined) }
  const claims = credential === undefined ? [] : [credential]
  for (const name of TELLING) {
    const value = form[name]
    if (typeof value === 'string' && value !== '') claims.push(claimOf(name, value))
  }
  const { id } = clientCredentials({}, call)
  if (id !== undefined) claims.push(id)
  claims.push(...assertionClaims(form.assertion), ...pathClaims(call), call.host)
  if (call.operation?.public) claims.push(ANYONE)
  return claims
}

function claimOf(name: (typeof TELLING)[number], value: string): string {
  if (name === 'username') return value.toLowerCase()
  return name === 'user_code' ? value.toUpperCase().replace(/[^A-Z0-9]/g, '') : value
}

function assertionClaims(assertion: unknown): string[] {
  const jwt = typeof assertion === 'string' ? parseJwt(assertion) : undefined
  return jwt ? [String(jwt.claims.iss ?? ''), String(jwt.claims.sub ?? '').toLowerCase()] : []
}

function pathClaims(call: Call): string[] {
  const { organization } = call.params
  return organization === undefined ? [] : [organization.slice(0, 15)]
}
