import type { Answer, Call, ErrorRules, Problem, VendorError } from '../../src/engine/kit.js'
import { apiOf } from './api-of.js'
import { FAULT_CODES, faultError } from './faults.js'
import { fieldErrors } from './invalid-resource.js'
import { invalidResource, notModelled, problem } from './problems.js'
import { transactionalCodes } from './transactional/error-table.js'
import { renderTransactional, transactionalProblem } from './transactional/errors.js'

export { type FieldError, invalidResource, notModelled, problem } from './problems.js'

export const errors: ErrorRules = {
  problem: (found, call) =>
    apiOf(call.path) === 'transactional' ? transactionalProblem(found, call) : marketing(found, call),
  render: (error, call) =>
    apiOf(call.path) === 'transactional' ? renderTransactional(error, call) : render(error, call),
  codes: { ...FAULT_CODES, ...transactionalCodes },
}

const TYPE = 'https://mailchimp.com/developer/marketing/docs/errors/'

/** RFC 7807 in Mailchimp's hand. Errors of members have no `type`. @source mc4wp #798 (2025-11), formie #2387 (2025-04) */
function render(error: VendorError, call: Call): Answer {
  if (error.fields.oauth) {
    return { status: error.status, headers: {}, body: { error: error.code, error_description: error.message } }
  }
  const { title = error.message, errors: list, untyped, page } = error.fields
  if (typeof page === 'string') return { status: error.status, headers: {}, body: page, contentType: 'text/html' }
  const body = {
    ...(untyped !== true && { type: TYPE }),
    title,
    status: error.status,
    detail: error.message,
    instance: call.requestId,
    ...(list !== undefined && { errors: list }),
  }
  return {
    status: error.status,
    headers: {},
    body: JSON.stringify(body),
    contentType: 'application/problem+json; charset=utf-8',
  }
}

function marketing(found: Problem, call: Call): VendorError {
  switch (found.kind) {
    case 'no-route':
      return noRoute(call)
    case 'malformed':
      return problem('JSONParseError')
    case 'too-large':
      return problem('BadRequest', { detail: `The request is larger than ${found.limit} bytes.` })
    case 'no-credential':
      return problem('APIKeyMissing')
    case 'live-credential':
    case 'unknown-credential':
      return problem('APIKeyInvalid')
    case 'invalid':
      return invalidResource(fieldErrors(found.issues))
    case 'missing':
      return problem('ResourceNotFound')
    case 'rate-limited':
      return problem('TooManyRequests')
    case 'key-in-use':
    case 'key-reused':
      return problem('BadRequest')
    case 'not-simulated':
      return notModelled(`${found.operation?.key ?? call.path} (${found.why})`)
    case 'fault':
      return faultError(found)
    case 'internal':
      return problem('InternalServerError')
  }
}

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const
/** Deeper than any path of the description. */
const DEEPEST = 10

/** 404, 405 where the path takes other methods, 414 where it is deeper than there are resources. */
function noRoute(call: Call): VendorError {
  const allowed = METHODS.filter((method) => call.vendor.description.find(method, call.path))
  if (allowed.length > 0) return problem('MethodNotAllowed', { headers: { Allow: allowed.join(', ') } })
  return problem(call.path.split('/').length > DEEPEST ? 'ResourceNestingTooDeep' : 'ResourceNotFound')
}
