import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { type Form, text } from './client.js'
import { oauthError } from './errors.js'
import { authorizationCode } from './grants/authorization-code.js'
import { clientCredentials } from './grants/client-credentials.js'
import { device, startDevice } from './grants/device.js'
import type { GrantHandler } from './grants/grant.js'
import { jwtBearer } from './grants/jwt-bearer.js'
import { password } from './grants/password.js'
import { refresh } from './grants/refresh-token.js'
import { writeTokenResponse } from './token-formatting.js'
import { issueTokens } from './token-response.js'

const GRANTS: Readonly<Record<string, GrantHandler>> = {
  authorization_code: authorizationCode,
  client_credentials: clientCredentials,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': jwtBearer,
  password,
  refresh_token: refresh,
  device,
}

/**
 * Gives tokens for a grant, or starts a device's login with `response_type=device_code`. Written as `format` (json, xml,
 * urlencoded) or the header Accept says.
 * @throws unsupported_grant_type, invalid_request, and what the grant throws (400)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm (read 2026-11)
 */
export const token = behaviour('POST /services/oauth2/token', ({ body, call }, world) => {
  const form = body as Form
  if (text(form, 'response_type') === 'device_code') return startDevice(form, call, world)
  const type = text(form, 'grant_type')
  if (type === undefined) throw oauthError('parameterMissing', 'grant_type')
  const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined
  if (!grant) throw oauthError('grantUnknown')
  const response = issueTokens(world, grant({ form, call }, world), call)
  const { contentType, body: written } = writeTokenResponse(response, text(form, 'format'), call.header('accept'))
  return reply({ body: written, contentType, headers: { 'Cache-Control': 'no-cache, no-store', Pragma: 'no-cache' } })
})
