import { VendorError } from '../../../src/engine/kit.js'

/**
 * What can go wrong at the token endpoint, by the condition that a caller meets: `error` and `error_description`.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flow_errors.htm (read 2026-11)
 * @unverified the wordings that facts do not quote from a recording: codeInvalid, codeExpired, assertionInvalid, pkceInvalid
 */
const OAUTH_ERRORS = {
  clientMissing: ['invalid_request', 'missing required parameter: client_id'],
  clientUnknown: ['invalid_client_id', 'client identifier invalid'],
  clientSecretWrong: ['invalid_client', 'invalid client credentials'],
  grantUnknown: ['unsupported_grant_type', 'grant type not supported'],
  grantDisabled: ['unauthorized_client', 'this app is not allowed to use this flow'],
  parameterMissing: ['invalid_request', 'missing required parameter'],
  authenticationFailed: ['invalid_grant', 'authentication failure'],
  passwordWrong: ['invalid_grant', 'authentication failure - Invalid Password'],
  userInactive: ['inactive_user', 'user is inactive'],
  userUnapproved: ['invalid_grant', "user hasn't approved this consumer"],
  codeInvalid: ['invalid_grant', 'invalid authorization code'],
  codeExpired: ['invalid_grant', 'expired authorization code'],
  redirectMismatch: ['redirect_uri_mismatch', 'redirect_uri must match configuration'],
  redirectChanged: ['invalid_grant', 'redirect_uri must match configuration'],
  pkceInvalid: ['invalid_grant', 'invalid code verifier'],
  pkceRequired: ['invalid_request', 'missing required code challenge'],
  refreshExpired: ['invalid_grant', 'expired access/refresh token'],
  runAsMissing: ['invalid_grant', 'no client credentials user enabled'],
  myDomainOnly: ['invalid_grant', 'request not supported on this domain'],
  assertionInvalid: ['invalid_grant', 'invalid assertion'],
  assertionExpired: ['invalid_grant', 'expired assertion'],
  audienceInvalid: ['invalid_grant', 'audience is invalid'],
  scopeInvalid: ['invalid_scope', 'the requested scope is not allowed'],
  responseTypeUnknown: ['unsupported_response_type', 'response type is not supported'],
  tokenUnknown: ['invalid_token', 'invalid token'],
  authorizationPending: ['authorization_pending', 'authorization pending'],
  slowDown: ['slow_down', 'polling too frequently'],
  deviceCodeInvalid: ['invalid_grant', 'invalid device code'],
  deviceDenied: ['access_denied', 'end-user denied authorization'],
  loginRate: ['rate_limit_exceeded', 'login rate exceeded'],
} as const

export type OAuthCondition = keyof typeof OAUTH_ERRORS

/** The error of a condition, in OAuth's shape: 400 with `error` and `error_description`. */
export function oauthError(condition: OAuthCondition, detail?: string): VendorError {
  const [error, description] = OAUTH_ERRORS[condition]
  return new VendorError({
    status: 400,
    code: error,
    message: detail === undefined ? description : `${description}: ${detail}`,
    fields: { oauth: true },
  })
}
