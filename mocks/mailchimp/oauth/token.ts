import { VendorError } from '../../../src/engine/kit.js'
import { newKey } from '../accounts/keys.js'
import { behaviour } from '../api.js'
import { textOf } from '../pages/html.js'

/**
 * A token for a code. It never ends by itself, and there is none to refresh it.
 * @throws invalid_client (401), invalid_grant (400), unsupported_grant_type (400)
 * @source https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ (read 2026-11); @unverified wording of errors
 */
export const token = behaviour('POST /oauth2/token', ({ body }, world) => {
  const app = world.oauthApp
  if (textOf(body, 'client_id') !== app.id || textOf(body, 'client_secret') !== app.secret) {
    throw fail(401, 'invalid_client', 'Invalid client credentials')
  }
  if (textOf(body, 'grant_type') !== 'authorization_code') {
    throw fail(400, 'unsupported_grant_type', 'The grant type must be authorization_code')
  }
  const code = world.codes.find(textOf(body, 'code'))
  if (!code || code.expiresAt <= world.port.now() || code.redirectUri !== textOf(body, 'redirect_uri')) {
    throw fail(400, 'invalid_grant', 'The authorization code is invalid or has expired')
  }
  world.codes.delete(code.id)
  world.port.release(code.id)
  return { access_token: newKey(world, 'token').id, expires_in: 0, scope: null }
})

function fail(status: number, code: string, message: string): VendorError {
  return new VendorError({ status, code, message, fields: { oauth: true } })
}
