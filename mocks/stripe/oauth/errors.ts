import { type Answer, type Call, type Issue, mask, type Problem, VendorError } from '../../../src/engine/kit.js'

/** Codes of OAuth's errors. @source https://docs.stripe.com/connect/oauth-reference (read 2026-11) */
export type OAuthCode =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_redirect_uri'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'

/** @source sentences that Stripe's own libraries have in their tests; @unverified statuses of others than the first */
const NO_AUTHENTICATION =
  'No authentication was provided. Send your secret API key using the Authorization header, or as a client_secret POST parameter.'

/** Whether a request is one of OAuth's, which have errors of their own form. */
export function isOAuth({ path }: Pick<Call, 'path'>): boolean {
  return path.startsWith('/oauth/') || path.startsWith('/express/oauth/')
}

/** @param state what the request carried, and gets back */
export function oauthError(code: OAuthCode, message: string, state?: string): VendorError {
  const status = code === 'invalid_client' ? 401 : 400
  return new VendorError({ status, code, message, fields: { oauth: true, ...(state !== undefined && { state }) } })
}

/** Where the form differs from that of the API; undefined for what is no error of OAuth's, such as a limit. */
export function renderOAuth({ status, code, message, fields }: VendorError, call: Call): Answer | undefined {
  if (call.behaviour?.page && fields.oauth !== true) {
    return status < 500 ? { status, headers: {}, body: { error: { message } } } : undefined
  }
  const error = fields.oauth === true ? code : codeOf(status)
  if (error === undefined) return undefined
  const state = typeof fields.state === 'string' ? { state: fields.state } : {}
  return { status, headers: {}, body: { error, error_description: message, ...state } }
}

function codeOf(status: number): OAuthCode | undefined {
  if (status === 401 || status === 403) return 'invalid_client'
  return status === 400 || status === 404 ? 'invalid_request' : undefined
}

/** What OAuth words otherwise than the API. @source NO_AUTHENTICATION; "No application ..." as quoted in issues of 2023 to 2026 */
export function oauthProblem(problem: Problem, call: Call): VendorError | undefined {
  switch (problem.kind) {
    case 'no-credential':
      if (!call.behaviour?.page) return oauthError('invalid_client', NO_AUTHENTICATION)
      return new VendorError({ status: 400, message: 'No application matches the supplied client identifier' })
    case 'unknown-credential':
      return oauthError('invalid_client', `No such API key: ${mask(problem.credential)}`)
    case 'invalid':
      return ofIssues(problem.issues)
    default:
      return undefined
  }
}

/** @unverified wording */
function ofIssues(issues: readonly Issue[]): VendorError | undefined {
  const grant = issues.find(({ path }) => path[0] === 'grant_type')
  if (!grant) return undefined
  return grant.kind === 'missing'
    ? oauthError('invalid_request', 'No grant type specified')
    : oauthError('unsupported_grant_type', `Unsupported grant type: ${String(grant.value).slice(0, 100)}`)
}
