import { type Answer, type Call, type ErrorRules, type Problem, VendorError } from '../../src/engine/kit.js'
import { invalid, notFound, soapFault, unauthenticated, type Wrong } from './errors.js'
import { FAULT_CODES, faultError } from './faults.js'
import { placeOf } from './place.js'
import { faultXml } from './soap/fault.js'

export const errors: ErrorRules = {
  problem: (problem, call) => problemError(problem, call),
  render: (error, call) => render(error, call),
  codes: FAULT_CODES,
}

function render(error: VendorError, call: Call): Answer {
  const place = placeOf(call)
  if (typeof error.fields.page === 'string')
    return { status: error.status, headers: {}, body: error.fields.page, contentType: 'text/html;charset=UTF-8' }
  if (place === 'soap' && error.status !== 501) {
    return { status: error.status, headers: {}, body: faultXml(error), contentType: 'text/xml;charset=UTF-8' }
  }
  if (error.fields.oauth === true) {
    return { status: error.status, headers: {}, body: { error: error.code, error_description: error.message } }
  }
  const { wrong = [] } = error.fields as { wrong?: readonly Wrong[] }
  const body = {
    error: error.message,
    ...(wrong.some(({ code, field }) => (code ?? field) !== undefined) && { errors: wrong }),
  }
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
      return soap
        ? soapFault('Server.processingError', `Processing error occurred. ${problem.limit}`)
        : invalid(429, { error: problem.limit })
    case 'key-in-use':
    case 'key-reused':
      return invalid(409, { error: 'An error occurred.' })
    case 'fault':
      return faultError(problem, call)
    case 'internal':
      return soap
        ? soapFault('Server.processingError', 'Processing error occurred.')
        : invalid(500, { error: 'An error occurred.' })
  }
}
