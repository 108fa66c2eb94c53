import { type Call, type FaultProblem, VendorError } from '../../src/engine/kit.js'
import { DOCUMENTED } from './documented-codes.js'
import { invalid, oauthError, soapFault, unauthenticated } from './errors.js'
import { type Place, placeOf } from './place.js'

/** Codes of SOAP faults, without their prefix. @source facts B4 (read 2026-11-24) */
const SOAP_FAULTS: Readonly<Record<string, string>> = {
  'Client.authenticationError': 'invalid username or password',
  'Client.validationError': 'Validation error occurred.',
  'Server.processingError': 'Processing error occurred. The task submitted is not authorized.',
}

/** Codes of the token endpoint, as RFC 6749 has them, each with its status. */
const OAUTH: Readonly<Record<string, number>> = { invalid_client: 401, invalid_grant: 400, invalid_request: 400 }

/** What a fault may ask for, each with its usual status. */
export const FAULT_CODES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.keys(DOCUMENTED).map((code) => [code, 400])),
  ...Object.fromEntries(Object.keys(SOAP_FAULTS).map((code) => [code, 500])),
  ...OAUTH,
}

/** Seconds after which one may ask again, where the fault does not say. @unverified: the vendor publishes nothing of it */
const USUAL_PAUSE = 60

const DOWN = 'Workday is currently unavailable.'

/**
 * Something that goes wrong on purpose, as each face tells it. Too many requests are 429 with Retry-After on all of them; while it is down, REST
 * says 503 in JSON, and SOAP and reports get an HTML page from whatever stands before them, so that a reader of XML finds none.
 * @source facts B4, B6 (read 2026-11-24) @unverified both: nothing of it is public
 */
export function faultError(problem: FaultProblem, call: Call): VendorError {
  const place = placeOf(call)
  switch (problem.why) {
    case 'rate-limit':
      return tooMany(place, problem.retryAfter ?? USUAL_PAUSE)
    case 'maintenance':
      return unavailable(place, pauseOf(problem, call))
    case 'token-expired':
    case 'token-revoked':
      return unauthenticated(call)
    case 'status':
      return ofStatus(place, problem, call)
  }
}

/** The tenant is asked more than it takes. @throws 429 with Retry-After */
export function tooMany(place: Place, retryAfter: number): VendorError {
  return later(ofPlace(place, 429, 'Too many requests.'), retryAfter)
}

function unavailable(place: Place, retryAfter: number | undefined): VendorError {
  const error =
    place === 'soap' || place === 'report' || place === 'page'
      ? new VendorError({ status: 503, message: DOWN, fields: { page: PAGE } })
      : ofPlace(place, 503, DOWN)
  return retryAfter === undefined ? error : later(error, retryAfter)
}

/** Our own words, in the place of the vendor's page. */
const PAGE = `<!doctype html><html lang="en"><head><title>${DOWN}</title></head><body><h1>${DOWN}</h1></body></html>`

function pauseOf({ until, retryAfter }: FaultProblem, call: Call): number | undefined {
  const now = call.world?.clock.now()
  if (until === undefined || now === undefined) return retryAfter
  return Math.max(1, Math.ceil((until - now) / 1000))
}

function ofStatus(place: Place, problem: FaultProblem, call: Call): VendorError {
  const { status, code = '', retryAfter } = problem
  const error = code === '' ? ofPlace(place, status, 'An error occurred.') : ofCode(place, status, code, call)
  return retryAfter === undefined ? error : later(error, retryAfter)
}

/** By its code, on whichever face it is asked for. */
function ofCode(place: Place, status: number, code: string, call: Call): VendorError {
  const documented = (DOCUMENTED as Readonly<Record<string, string>>)[code]
  const fault = SOAP_FAULTS[code]
  if (place === 'soap') {
    if (code === 'Client.authenticationError') return unauthenticated(call)
    const message = documented ?? fault?.replace(/^\w+ error occurred\. ?/, '') ?? ''
    const kind = fault === undefined ? 'Client.validationError' : code
    const start = kind === 'Client.validationError' ? 'Validation' : 'Processing'
    return soapFault(kind, `${start} error occurred. ${message}`.trim(), { message })
  }
  if (place === 'oauth') return oauthError(status, code, 'An error occurred.')
  if (documented !== undefined) return invalid(status, { code, error: documented })
  return code === 'Client.authenticationError'
    ? unauthenticated(call)
    : invalid(status, { error: 'An error occurred.' })
}

function ofPlace(place: Place, status: number, message: string): VendorError {
  if (place === 'oauth') return oauthError(status, 'server_error', message)
  if (place !== 'soap') return invalid(status, { error: message })
  // What goes wrong with the work itself has status 500 in SOAP, whatever it is; what stands before it has its own.
  const own = status === 429 || status > 500 ? status : 500
  const text = `Processing error occurred. ${message}`
  return new VendorError({
    status: own,
    code: 'Server.processingError',
    message: text,
    fields: { detail: { message } },
  })
}

function later(error: VendorError, seconds: number): VendorError {
  const { status, message, code, fields } = error
  const headers = { ...error.headers, 'Retry-After': String(seconds) }
  return new VendorError({ status, message, fields: { ...fields }, headers, ...(code !== undefined && { code }) })
}
