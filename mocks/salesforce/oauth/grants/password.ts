import { authenticateClient, required } from '../client.js'
import { oauthError } from '../errors.js'
import { isPasswordOf } from '../retired-secrets.js'
import type { GrantHandler } from './grant.js'

/**
 * A user name and a password, the security token behind it or not. No refresh token.
 * @throws invalid_grant "authentication failure", inactive_user, unauthorized_client (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_username_password_flow.htm (read 2026-11)
 */
export const password: GrantHandler = ({ form, call }, world) => {
  const app = authenticateClient(world, form, call, { flow: 'password', secret: 'required' })
  const login = world.rights.byUsername(required(form, 'username'))
  if (!login || !isPasswordOf(world, login, required(form, 'password'))) throw oauthError('authenticationFailed')
  if (!login.active) throw oauthError('userInactive')
  const scopes = app.scopes.filter((scope) => scope !== 'refresh_token' && scope !== 'offline_access')
  return { app, user: login.id, scopes, refreshable: false }
}
