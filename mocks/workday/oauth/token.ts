import { createHash } from 'node:crypto'
import { type Call, reply, type VendorError } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { oauthError } from '../errors.js'
import { accessToken, refreshToken } from '../security/mint.js'
import { holds } from '../security/roll.js'
import type { ClientRow } from '../security/rows.js'
import type { WorkdayWorld } from '../world.js'
import { claimsOfAssertion, isSignedBy } from './assertion.js'

/** How long an access token lives, in milliseconds. @unverified where the client does not enforce sixty minutes */
const LIFETIME = 60 * 60_000

type Form = Readonly<Record<string, unknown>>

/**
 * Gives an access token for a refresh token that does not expire, for a code, or for a signed assertion.
 * @throws invalid_client (401), invalid_grant, unsupported_grant_type, invalid_request (400), as RFC 6749 has them
 * @unverified the wording of the errors: no stored evidence. @source facts B2 (read 2026-11-23)
 */
export const token = behaviour('POST /ccx/oauth2/{tenant}/token', ({ body, call }, world) => {
  const form = (body ?? {}) as Form
  const client = authenticated(world, form, call)
  const grant = granted(world, form, client, call.wallTime)
  const access = world.security.tokens.insert({
    id: accessToken(world),
    kind: 'access',
    client: client.id,
    user: grant.user,
    scopes: grant.scopes,
    expires: world.now() + LIFETIME,
    revoked: false,
  })
  world.port.claim(access.id)
  return reply({
    body: {
      access_token: access.id,
      token_type: 'Bearer',
      ...(grant.refreshToken !== undefined && { refresh_token: grant.refreshToken }),
      expires_in: LIFETIME / 1000,
    },
    headers: { 'Cache-Control': 'no-store' },
  })
})

/** The client, from Basic or from the form; both are in use. */
function authenticated(world: WorkdayWorld, form: Form, call: Pick<Call, 'header'>): ClientRow {
  const [, basic] = /^Basic\s+(\S+)$/i.exec(call.header('authorization') ?? '') ?? []
  const [inHeader, ...rest] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':')
  const id = inHeader === undefined ? text(form, 'client_id') : decodeURIComponent(inHeader)
  const secret = inHeader === undefined ? text(form, 'client_secret') : decodeURIComponent(rest.join(':'))
  // A signed assertion names its client, and proves it.
  const signed = id === undefined ? claimsOfAssertion(text(form, 'assertion') ?? '') : undefined
  const client = world.security.clients.find(signed?.iss ?? id ?? '')
  if (!client || client.disabled || (!signed && !holds(client, secret, world)))
    throw oauthError(401, 'invalid_client', 'The client is unknown, disabled, or its secret is wrong.')
  return client
}

interface Granted {
  readonly user: string
  readonly scopes: readonly string[]
  /** Given back beside the access token. */
  readonly refreshToken?: string
}

type Grant = (world: WorkdayWorld, form: Form, client: ClientRow, wallTime: number) => Granted

const GRANTS: Readonly<Record<string, Grant>> = {
  refresh_token: byRefreshToken,
  authorization_code: byCode,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': byAssertion,
  client_credentials: byClient,
}

function granted(world: WorkdayWorld, form: Form, client: ClientRow, wallTime: number): Granted {
  const type = text(form, 'grant_type')
  if (type === undefined) throw oauthError(400, 'invalid_request', 'grant_type is required.')
  const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined
  if (!grant) throw oauthError(400, 'unsupported_grant_type', `The grant '${type}' is not supported.`)
  return grant(world, form, client, wallTime)
}

function byRefreshToken(world: WorkdayWorld, form: Form, client: ClientRow): Granted {
  const refresh = world.security.tokens.find(text(form, 'refresh_token') ?? '')
  const over = refresh?.expires !== undefined && refresh.expires <= world.now()
  if (refresh?.kind !== 'refresh' || refresh.client !== client.id || refresh.revoked || over) {
    if (over && refresh) world.port.access.came(refresh.id, undefined, true)
    throw invalidGrant('The refresh token is unknown, revoked, or belongs to another client.')
  }
  world.port.access.came(refresh.id)
  return { user: refresh.user, scopes: refresh.scopes, refreshToken: refresh.id }
}

function byCode(world: WorkdayWorld, form: Form, client: ClientRow): Granted {
  const { codes, tokens } = world.security
  const code = codes.find(text(form, 'code') ?? '')
  if (!code || code.client !== client.id || code.expires <= world.now()) {
    throw invalidGrant('The code is unknown, used, or was given to another client.')
  }
  const sent = text(form, 'redirect_uri')
  if (sent !== undefined && sent !== code.redirectUri)
    throw invalidGrant('The redirect_uri is not the one that the code was asked with.')
  if (code.challenge !== undefined && challengeOf(text(form, 'code_verifier')) !== code.challenge) {
    throw invalidGrant('The code_verifier does not fit the code_challenge.')
  }
  codes.delete(code.id)
  const refresh = tokens.insert({
    id: refreshToken(world),
    kind: 'refresh',
    client: client.id,
    user: code.user,
    scopes: client.scopes,
    revoked: false,
  })
  world.port.claim(refresh.id)
  return { user: code.user, scopes: client.scopes, refreshToken: refresh.id }
}

function byAssertion(world: WorkdayWorld, form: Form, client: ClientRow, wallTime: number): Granted {
  const jwt = text(form, 'assertion') ?? ''
  const claims = claimsOfAssertion(jwt)
  if (!claims || claims.iss !== client.id)
    throw invalidGrant('The assertion is no JWT of this client: iss must be its client id.')
  if (!isSignedBy(jwt, client))
    throw invalidGrant('The assertion is not signed with the key that the client registered.')
  if (typeof claims.exp !== 'number' || claims.exp * 1000 <= wallTime) throw invalidGrant('The assertion has expired.')
  const user = String(claims.sub ?? '').replace(/@[^@]*$/, '')
  if (world.security.accounts.find(user)?.disabled !== false)
    throw invalidGrant(`There is no account '${user}' that may sign in.`)
  return { user, scopes: client.scopes }
}

/** Only where the setting asks for it: one third party writes of it, and no document of the vendor's was found. @unverified */
function byClient(world: WorkdayWorld, _form: Form, client: ClientRow): Granted {
  if (world.setting('clientCredentials') !== true) {
    throw oauthError(
      400,
      'unsupported_grant_type',
      "The grant 'client_credentials' is off: set workday.clientCredentials.",
    )
  }
  const [account] = world.security.accounts.all()
  return { user: account?.id ?? '', scopes: client.scopes }
}

function challengeOf(verifier: string | undefined): string {
  return createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url')
}

function invalidGrant(message: string): VendorError {
  return oauthError(400, 'invalid_grant', message)
}

function text(form: Form, name: string): string | undefined {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
