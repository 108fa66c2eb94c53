import type { CallFacts } from '../../../src/engine/kit.js'
import { displayName } from '../access/login.js'
import { appHolder, NEED } from '../access/needs.js'
import type { SalesforceWorld } from '../world.js'
import type { ConnectedApp } from './connected-app.js'
import { signJwt } from './jwt.js'
import { signingKey } from './keys.js'
import { identityUrl, instanceUrl, loginUrl } from './origins.js'
import { grantRefreshToken } from './refresh-tokens.js'
import type { Session } from './rows.js'
import { includesScope } from './scopes.js'
import { openSession } from './sessions.js'
import { tokenSignature } from './signature.js'

/** All values are strings; `issued_at` is Unix milliseconds. There is no `expires_in`: the session policy decides. */
export type TokenResponse = Readonly<Record<string, string>>

export interface Grant {
  readonly app: ConnectedApp
  readonly user: string
  readonly scopes: readonly string[]
  /** A flow with a person in it gives a refresh token where that scope was granted. */
  readonly refreshable: boolean
  /** The refresh token that this one comes of, when it is renewed. */
  readonly renews?: string
  readonly state?: string | null
  readonly nonce?: string | null
}

/**
 * Opens a session and says so in the token response.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11)
 */
export function issueTokens(world: SalesforceWorld, grant: Grant, call: CallFacts): TokenResponse {
  const { app, user, scopes } = grant
  const refreshes = grant.refreshable && includesScope(scopes, 'refresh_token')
  const refresh = refreshes ? grantRefreshToken(world, { app: app.id, user, scopes }) : undefined
  const session = openSession(world, { user, app: app.id, scopes, refresh: refresh?.id ?? grant.renews ?? null })
  const id = identityUrl(call, world, user)
  const issuedAt = String(session.issuedAt)
  return {
    access_token: session.id,
    ...(refresh && { refresh_token: refresh.id }),
    signature: tokenSignature(app.secret, id, issuedAt),
    scope: scopes.join(' '),
    ...(includesScope(scopes, 'openid') && { id_token: idToken(world, grant, session, call) }),
    instance_url: instanceUrl(call, world),
    id,
    ...(grant.state && { state: grant.state }),
    token_type: 'Bearer',
    issued_at: issuedAt,
  }
}

/** An OpenID Connect token, good for two minutes by the caller's own clock. @unverified claims beyond iss, sub, aud, exp, iat */
function idToken(world: SalesforceWorld, { app, user, nonce }: Grant, session: Session, call: CallFacts): string {
  world.port.access.needed(appHolder(app.id), NEED.scope, 'openid', 'used')
  const login = world.rights.logins.find(user)
  const now = Math.floor(call.wallTime / 1000)
  const key = signingKey()
  return signJwt(
    {
      at_hash: tokenSignature(app.secret, session.id, '').slice(0, 22),
      sub: identityUrl(call, world, user),
      aud: app.id,
      iss: loginUrl(call, world),
      exp: now + 120,
      iat: now,
      ...(nonce && { nonce }),
      ...(login && { name: displayName(login), email: login.email }),
    },
    key.privateKey,
    key.kid,
  )
}
