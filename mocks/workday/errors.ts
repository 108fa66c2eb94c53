import { type Answer, type Call, type ErrorRules, type Problem, VendorError } from '../../src/engine/kit.js'
import { placeOf } from './place.js'
import { faultXml } from './soap/fault.js'

/** One thing that is wrong with a request, as REST tells it. @source facts A3 (read 2026-11-23) */
export interface Wrong {
  readonly error: string
  /** `A428`; programs go by it, since the texts change. */
  readonly code?: string
  readonly field?: string
  readonly path?: string
}

/** An error of REST's: a summary, and one line for each thing that is wrong. */
export function invalid(status: number, ...wrong: readonly Wrong[]): VendorError {
  const [first] = wrong
  return new VendorError({
    status,
    message: first?.error ?? 'An error occurred.',
    ...(first?.code !== undefined && { code: first.code }),
    fields: { wrong },
  })
}

/** 404. */
export function notFound(): VendorError {
  return invalid(404, { error: 'Resource not found.' })
}

/** A SOAP fault. `code` is what stands behind `SOAP-ENV:`; the HTTP status is 500 whatever it is. @source facts B4 */
export function soapFault(
  code: string,
  message: string,
  detail?: { readonly message: string; readonly xpath?: string },
): VendorError {
  return new VendorError({ status: 500, code, message, fields: { ...(detail && { detail }) } })
}

export function unauthenticated(call: Call): VendorError {
  if (placeOf(call) === 'soap') return soapFault('Client.authenticationError', 'invalid username or password')
  return invalid(401, { error: 'Invalid resource or operation.' })
}

/** @source facts A3, B3, B4: the same for a missing domain, one that was not activated, and the wrong kind of account */
export function notAuthorised(call: Call): VendorError {
  if (placeOf(call) === 'soap') {
    const text = 'The task submitted is not authorized.'
    return soapFault('Server.processingError', `Processing error occurred. ${text}`, { message: text })
  }
  return invalid(403, { error: 'User has insufficient permissions.' })
}

export const errors: ErrorRules = {
  problem: (problem, call) => problemError(problem, call),
  render: (error, call) => render(error, call),
}

function render(error: VendorError, call: Call): Answer {
  const place = placeOf(call)
  if (place === 'soap' && error.status !== 501) {
    return { status: error.status, headers: {}, body: faultXml(error), contentType: 'text/xml;charset=UTF-8' }
  }
  if (error.fields.oauth === true) {
    return { status: error.status, headers: {}, body: { error: error.code, error_description: error.message } }
  }
  const { wrong = [] } = error.fields as { wrong?: readonly Wrong[] }
  const body = { error: error.message, ...(wrong.some(({ code }) => code !== undefined) && { errors: wrong }) }
  return { status: error.status, headers: {}, body }
}

function problemError(problem: Problem, call: Call): VendorError {
  const soap = placeOf(call) === 'soap'
  switch (problem.kind) {
    case 'no-route':
      return soap
        ? soapFault('Client.validationError', 'The web service or version is invalid for the requested operation')
        : notFound()
    case 'malformed':
      return soap
        ? soapFault('Client.validationError', `Validation error occurred. ${problem.detail}`)
        : invalid(400, { error: 'Invalid request.' })
    case 'too-large':
      return invalid(413, { error: 'Invalid request.' })
    case 'live-credential':
    case 'no-credential':
    case 'unknown-credential':
      return unauthenticated(call)
    case 'invalid':
      return invalid(400, ...problem.issues.map(({ path }) => ({ error: 'Invalid request.', field: path.join('.') })))
    case 'missing':
      return notFound()
    case 'not-simulated':
      return new VendorError({
        status: 501,
        message: `Standin does not simulate ${problem.operation?.key ?? call.path} yet: ${problem.why}.`,
      })
    case 'rate-limited':
      return invalid(429, { error: problem.limit })
    case 'key-in-use':
    case 'key-reused':
      return invalid(409, { error: 'An error occurred.' })
    case 'fault':
      return soap
        ? soapFault('Server.processingError', 'Processing error occurred.')
        : invalid(problem.status, { error: 'An error occurred.' })
    case 'internal':
      return soap
        ? soapFault('Server.processingError', 'Processing error occurred.')
        : invalid(500, { error: 'An error occurred.' })
  }
}
