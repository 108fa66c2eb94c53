import { reply, type VendorError } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { type Form, text } from './client.js'
import { oauthError } from './errors.js'
import { revokeRefreshToken } from './refresh-tokens.js'

/**
 * Ends a session, or a refresh token with every session that came of it. 200 without a body.
 * @throws invalid_token (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm (read 2026-11)
 */
export const revoke = behaviour('POST /services/oauth2/revoke', ({ body }, world) => end(body as Form, world))

/** The same by a link. @throws invalid_token (400) @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm (read 2026-11) */
export const revokeByLink = behaviour('GET /services/oauth2/revoke', ({ query }, world) => end(query as Form, world))

function end(form: Form, world: SalesforceWorld) {
  const token = text(form, 'token')
  if (token === undefined) return refused(oauthError('parameterMissing', 'token'))
  const refresh = world.oauth.refreshTokens.find(token)
  const session = world.oauth.sessions.find(token)
  if (refresh && !refresh.revoked) revokeRefreshToken(world, refresh)
  else if (session && !session.revoked) world.oauth.sessions.put({ ...session, revoked: true })
  else return refused(oauthError('tokenUnknown'))
  return reply({ body: '', contentType: 'text/plain' })
}

/** Clients read this error as a form, so it is one. @unverified that it always is */
function refused({ status, code = '', message }: VendorError) {
  const body = new URLSearchParams({ error: code, error_description: message }).toString()
  return reply({ status, body, contentType: 'application/x-www-form-urlencoded;charset=UTF-8' })
}
