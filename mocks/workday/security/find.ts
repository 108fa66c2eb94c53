import { createHash } from 'node:crypto'
import type { Call } from '../../../src/engine/kit.js'
import { placeOf, tenantOf } from '../place.js'
import { ANY_TENANT } from './mint.js'
import { usernameToken } from './ws-security.js'

/** How a request says who calls. */
export type Credentials =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'password'; readonly user: string; readonly tenant: string | undefined; readonly password: string }

/** Finds who calls: a token in Authorization, a user and password there (not for REST), or a UsernameToken in a SOAP header. */
export function credentialsOf(call: Call): Credentials | undefined {
  const header = call.header('authorization') ?? ''
  const [, token] = /^Bearer\s+(\S+)$/i.exec(header) ?? []
  if (token !== undefined) return { kind: 'bearer', token }
  const [, basic] = /^Basic\s+(\S+)$/i.exec(header) ?? []
  if (basic !== undefined && placeOf(call) !== 'oauth') {
    const [name = '', ...rest] = Buffer.from(basic, 'base64').toString().split(':')
    return withTenant(name, rest.join(':'))
  }
  const inEnvelope = placeOf(call) === 'soap' ? usernameToken(call.body) : undefined
  return inEnvelope && withTenant(inEnvelope.username, inEnvelope.password)
}

/** `user@tenant`, whose user name may have an at sign of its own. */
function withTenant(name: string, password: string): Credentials {
  const at = name.lastIndexOf('@')
  return at < 0
    ? { kind: 'password', user: name, tenant: undefined, password }
    : { kind: 'password', user: name.slice(0, at), tenant: name.slice(at + 1), password }
}

/** One text for whatever was found, the same for the same secret: a user with another password is another credential. */
export function credentialText(found: Credentials | undefined): string | undefined {
  if (found?.kind !== 'password') return found?.token
  const secret = createHash('md5').update(found.password).digest('hex').slice(0, 12)
  return `${found.user}@${found.tenant ?? ''} ${secret}`
}

/** What leads a request to its world: a token, the tenant of the path, a client id; the default world takes the rest. */
export function claimsOf(call: Call): readonly string[] {
  const found = credentialsOf(call)
  const tenant = tenantOf(call.path) ?? (found?.kind === 'password' ? found.tenant : undefined)
  const form = (call.body ?? {}) as Record<string, unknown>
  const inForm = ['client_id', 'refresh_token', 'code']
    .map((name) => form[name])
    .filter((value) => typeof value === 'string')
  return [
    ...(found?.kind === 'bearer' ? [found.token] : []),
    ...(inForm as string[]),
    ...(tenant === undefined ? [] : [`tenant:${tenant}`]),
    ANY_TENANT,
  ]
}
