import { type Call, reply, VendorError } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import type { ClientRow, TokenRow } from '../security/rows.js'
import type { WorkdayWorld } from '../world.js'

/** How long an access token lives, in milliseconds. @unverified where the client does not enforce sixty minutes */
const LIFETIME = 60 * 60_000

type Form = Readonly<Record<string, unknown>>

/**
 * Gives an access token for a refresh token that does not expire, or for a code.
 * @throws invalid_client (401), invalid_grant, unsupported_grant_type, invalid_request (400), as RFC 6749 has them
 * @unverified the wording of the errors: no stored evidence. @source facts B2 (read 2026-11-23)
 */
export const token = behaviour('POST /ccx/oauth2/{tenant}/token', ({ body, call }, world) => {
  const form = (body ?? {}) as Form
  const client = authenticated(world, form, call)
  const grant = granted(world, form, client)
  const access = world.security.tokens.insert({
    id: world.port.random.base62(60).toLowerCase(),
    kind: 'access',
    client: client.id,
    user: grant.user,
    scopes: grant.scopes,
    expires: world.now() + LIFETIME,
    revoked: false,
  })
  world.port.claim(access.id)
  return reply({
    body: { access_token: access.id, token_type: 'Bearer', refresh_token: grant.id, expires_in: LIFETIME / 1000 },
    headers: { 'Cache-Control': 'no-store' },
  })
})

/** The client, from Basic or from the form; both are in use. */
function authenticated(world: WorkdayWorld, form: Form, call: Pick<Call, 'header'>): ClientRow {
  const [, basic] = /^Basic\s+(\S+)$/i.exec(call.header('authorization') ?? '') ?? []
  const [inHeader, ...rest] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':')
  const id = inHeader === undefined ? text(form, 'client_id') : decodeURIComponent(inHeader)
  const secret = inHeader === undefined ? text(form, 'client_secret') : decodeURIComponent(rest.join(':'))
  const client = id === undefined ? undefined : world.security.clients.find(id)
  if (!client || client.disabled || client.secret !== secret)
    throw oauthError(401, 'invalid_client', 'The client is unknown, disabled, or its secret is wrong.')
  return client
}

function granted(world: WorkdayWorld, form: Form, client: ClientRow): TokenRow {
  const type = text(form, 'grant_type')
  if (type === undefined) throw oauthError(400, 'invalid_request', 'grant_type is required.')
  if (type !== 'refresh_token')
    throw oauthError(400, 'unsupported_grant_type', `The grant '${type}' is not supported for this client.`)
  const refresh = world.security.tokens.find(text(form, 'refresh_token') ?? '')
  if (refresh?.kind !== 'refresh' || refresh.client !== client.id || refresh.revoked) {
    throw oauthError(400, 'invalid_grant', 'The refresh token is unknown, revoked, or belongs to another client.')
  }
  return refresh
}

export function oauthError(status: number, code: string, message: string): VendorError {
  return new VendorError({ status, code, message, fields: { oauth: true } })
}

function text(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
