import { appHolder, NEED } from '../../access/needs.js'
import { authenticateClient, required, text } from '../client.js'
import { oauthError } from '../errors.js'
import { revokeRefreshToken } from '../refresh-tokens.js'
import { parseScopes } from '../scopes.js'
import type { GrantHandler } from './grant.js'

/**
 * A new session for an old consent. The answer has a refresh token only where the app rotates them: then the old one is
 * good no more.
 * @throws invalid_grant "expired access/refresh token", invalid_scope (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm (read 2026-11)
 */
export const refresh: GrantHandler = ({ form, call }, world) => {
  const app = authenticateClient(world, form, call, { flow: 'refresh_token', secret: 'optional' })
  const token = world.oauth.refreshTokens.find(required(form, 'refresh_token'))
  if (!token || token.revoked || token.app !== app.id) throw oauthError('refreshExpired')
  if (!world.rights.logins.find(token.user)?.active) throw oauthError('userInactive')
  world.port.access.needed(appHolder(app.id), NEED.scope, 'refresh_token', 'used')
  const narrowed = parseScopes(text(form, 'scope') ?? '')
  if (!narrowed?.every((scope) => token.scopes.includes(scope))) throw oauthError('scopeInvalid')
  if (app.rotateRefreshTokens) revokeRefreshToken(world, token)
  const scopes = narrowed.length > 0 ? narrowed : token.scopes
  return { app, user: token.user, scopes, refreshable: app.rotateRefreshTokens, renews: token.id }
}
