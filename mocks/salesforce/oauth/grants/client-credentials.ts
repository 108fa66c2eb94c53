import { authenticateClient } from '../client.js'
import { oauthError } from '../errors.js'
import { isSharedLogin } from '../origins.js'
import type { GrantHandler } from './grant.js'

/**
 * An app acts by itself, as its "Run As" user. No refresh token; on the org's own domain only.
 * @throws invalid_grant "no client credentials user enabled", "request not supported on this domain" (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_client_credentials_flow.htm (read 2026-11)
 */
export const clientCredentials: GrantHandler = ({ form, call }, world) => {
  if (isSharedLogin(call.host)) throw oauthError('myDomainOnly')
  const app = authenticateClient(world, form, call, { flow: 'client_credentials', secret: 'required' })
  if (app.runAs === null || !world.rights.logins.find(app.runAs)?.active) throw oauthError('runAsMissing')
  const scopes = app.scopes.filter((scope) => scope !== 'refresh_token' && scope !== 'offline_access')
  return { app, user: app.runAs, scopes, refreshable: false }
}
