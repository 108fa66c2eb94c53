import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { authenticateClient, type Form, required } from './client.js'
import { identityUrl } from './origins.js'
import { isLive } from './sessions.js'

const INACTIVE = { active: false }

/**
 * Says whether a token is good, and for whom. Times in Unix seconds; of a refresh token there is no `exp`.
 * @throws invalid_client_id, invalid_client (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oidc_token_introspection.htm (read 2026-11)
 * @unverified that an app sees only its own tokens as active
 */
export const introspect = behaviour('POST /services/oauth2/introspect', ({ body, call }, world) => {
  const form = body as Form
  const app = authenticateClient(world, form, call, { secret: 'required' })
  const found = find(world, required(form, 'token'))
  if (!found || found.app !== app.id) return INACTIVE
  const { userId: user, scopes, issuedAt, expiresAt, type } = found
  const seconds = (time: number) => Math.floor(time / 1000)
  return {
    active: true,
    scope: scopes.join(' '),
    client_id: app.id,
    username: world.rights.logins.find(user)?.username,
    sub: identityUrl(call, world, user),
    token_type: type,
    ...(expiresAt !== undefined && { exp: seconds(expiresAt) }),
    iat: seconds(issuedAt),
    nbf: seconds(issuedAt),
  }
})

function find(world: SalesforceWorld, token: string) {
  const session = world.oauth.sessions.find(token)
  if (session) return isLive(session, world.port.now()) ? { ...session, type: 'access_token' } : undefined
  const refresh = world.oauth.refreshTokens.find(token)
  return refresh && !refresh.revoked
    ? { ...refresh, userId: refresh.user, expiresAt: undefined, type: 'refresh_token' }
    : undefined
}
