import {
  type Answer,
  type Call,
  type ErrorRules,
  type FaultProblem,
  type Problem,
  VendorError,
} from '../../src/engine/kit.js'
import { toXml } from './xml.js'

/** What one thing that is wrong with a request or a row is told as. */
export interface Fault {
  readonly code: string
  readonly message: string
  /** Names of the fields concerned; absent for errors of a query or a session. */
  readonly fields?: readonly string[]
  /** What else stands beside them: duplicateResult. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** An error in Salesforce's form: `[{message, errorCode, fields?}]`. @source facts A9 (read 2026-11-23) */
export function fail(status: number, code: string, message: string, fields?: readonly string[]): VendorError {
  return failWith(status, [{ code, message, ...(fields && { fields }) }])
}

/** Several at once, as for a row of which more than one field is wrong. */
export function failWith(status: number, faults: readonly Fault[]): VendorError {
  const [first] = faults
  return new VendorError({
    status,
    code: first?.code ?? 'UNKNOWN_EXCEPTION',
    message: first?.message ?? '',
    fields: { faults },
  })
}

/** What a row's error was, for answers that list it as a result: collections, trees, bulk. */
export function faultsOf(error: VendorError): readonly Fault[] {
  const { faults } = error.fields as { faults?: readonly Fault[] }
  return faults ?? [{ code: error.code ?? 'UNKNOWN_EXCEPTION', message: error.message }]
}

/** 404 NOT_FOUND, for a path, an object or a record that is not there or not to be seen. */
export function notFound(message = 'The requested resource does not exist'): VendorError {
  return fail(404, 'NOT_FOUND', message)
}

/** 404: a record that is in the recycle bin. */
export function entityIsDeleted(): VendorError {
  return fail(404, 'ENTITY_IS_DELETED', 'entity is deleted', [])
}

/** 401: no session, an unknown one or one that is over. @source facts A9 (read 2026-11-23) */
export function invalidSession(): VendorError {
  return fail(401, 'INVALID_SESSION_ID', 'Session expired or invalid')
}

/** 501 for what is not simulated: never taken for an answer of Salesforce's. */
export function notModelled(what: string): VendorError {
  return fail(501, 'STANDIN_NOT_SIMULATED', `Standin does not simulate ${what} yet. See docs/coverage.md.`)
}

/**
 * The codes that a fault may ask for, each with its status: those that come by chance or by load.
 * @source facts A9 (read 2026-11-23); @unverified statuses but of REQUEST_LIMIT_EXCEEDED, UNABLE_TO_LOCK_ROW and INVALID_SESSION_ID
 */
const FAULT_CODES: Readonly<Record<string, number>> = {
  API_CURRENTLY_DISABLED: 403,
  API_DISABLED_FOR_ORG: 403,
  INVALID_SESSION_ID: 401,
  QUERY_TIMEOUT: 400,
  REQUEST_LIMIT_EXCEEDED: 403,
  SERVER_UNAVAILABLE: 503,
  STORAGE_LIMIT_EXCEEDED: 400,
  UNABLE_TO_LOCK_ROW: 400,
  UNKNOWN_EXCEPTION: 500,
}

export const errors: ErrorRules = {
  problem: (problem, call) => problemError(problem, call),
  render: (error, call) => render(error, call),
  codes: FAULT_CODES,
}

function render(error: VendorError, call: Call): Answer {
  if (error.fields.oauth) {
    return { status: error.status, headers: {}, body: { error: error.code, error_description: error.message } }
  }
  const list = faultsOf(error).map(({ code, message, fields, more }) => ({
    message,
    errorCode: code,
    ...(fields && { fields }),
    ...more,
  }))
  if (call.notes.format === 'xml') {
    const body = toXml('Errors', { Error: list.map(({ message, errorCode }) => ({ errorCode, message })) })
    return { status: error.status, headers: {}, body, contentType: 'application/xml;charset=UTF-8' }
  }
  return { status: error.status, headers: {}, body: list }
}

function problemError(problem: Problem, call: Call): VendorError {
  switch (problem.kind) {
    case 'no-route':
      return noRoute(call)
    case 'malformed':
      return malformed(problem.detail, call.bodyText)
    case 'too-large':
      return fail(413, 'REQUEST_TOO_LARGE', `The request is larger than ${problem.limit} bytes`)
    case 'live-credential':
    case 'no-credential':
    case 'unknown-credential':
      return invalidSession()
    case 'invalid':
      return malformed('The body must be a JSON object')
    case 'missing':
      return notFound()
    case 'rate-limited':
      return fail(403, 'REQUEST_LIMIT_EXCEEDED', problem.limit)
    case 'key-in-use':
    case 'key-reused':
      return fail(409, 'CONFLICT', 'The request could not be completed')
    case 'not-simulated':
      return notModelled(`${problem.operation?.key ?? call.path} (${problem.why})`)
    case 'fault':
      return faultError(problem, call)
    case 'internal':
      return fail(
        500,
        'UNKNOWN_EXCEPTION',
        'An unexpected error occurred. Please include this ErrorId if you contact support: 0',
      )
  }
}

const METHODS = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'] as const

/** 404, or 405 where the path takes other methods. @unverified wording of the 405 */
function noRoute(call: Call): VendorError {
  const allowed = METHODS.filter((method) => call.vendor.description.find(method, call.path))
  if (allowed.length === 0) return notFound()
  const { method } = call.exchange
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`
  const { status, code, fields } = fail(405, 'METHOD_NOT_ALLOWED', message)
  return new VendorError({
    status,
    message,
    ...(code && { code }),
    fields: { ...fields },
    headers: { Allow: allowed.join(',') },
  })
}

/** Salesforce's parser names the character and its place. @unverified beyond a character that is unexpected */
function malformed(detail: string, text = ''): VendorError {
  const at = Number(/position (\d+)/.exec(detail)?.[1] ?? text.length)
  const before = text.slice(0, at).split('\n')
  const place = `[line:${before.length}, column:${(before.at(-1)?.length ?? 0) + 1}]`
  const character = text[at]
  const message =
    character === undefined
      ? `Unexpected end-of-input at ${place}`
      : `Unexpected character ('${character}' (code ${character.charCodeAt(0)})) at ${place}`
  return fail(400, 'JSON_PARSER_ERROR', message)
}

/** @unverified wording but of REQUEST_LIMIT_EXCEEDED, INVALID_SESSION_ID and UNABLE_TO_LOCK_ROW */
const FAULT_MESSAGES: Readonly<Record<string, string>> = {
  API_CURRENTLY_DISABLED: 'API is disabled for this User',
  API_DISABLED_FOR_ORG: 'API is not enabled for this Organization or Partner',
  INVALID_SESSION_ID: 'Session expired or invalid',
  QUERY_TIMEOUT: 'Your query request was running for too long.',
  REQUEST_LIMIT_EXCEEDED: 'TotalRequests Limit exceeded.',
  SERVER_UNAVAILABLE: 'The server is temporarily unavailable',
  STORAGE_LIMIT_EXCEEDED: 'storage limit exceeded',
  UNABLE_TO_LOCK_ROW: 'unable to obtain exclusive access to this record or 1 records',
  UNKNOWN_EXCEPTION: 'An unexpected error occurred. Please include this ErrorId if you contact support: 0',
}

/**
 * Something that goes wrong on purpose, as Salesforce says it: never with 429, nor with Retry-After. A session that was revoked is told
 * like one that is expired. @unverified the answer during maintenance
 */
function faultError({ why, status, code }: FaultProblem, call: Call): VendorError {
  if (why === 'token-expired' || why === 'token-revoked') return invalidSession()
  if (why === 'rate-limit' || (code === undefined && status === 429)) return coded(403, 'REQUEST_LIMIT_EXCEEDED')
  if (why === 'maintenance') return coded(503, 'SERVER_UNAVAILABLE')
  if (code === 'UNABLE_TO_LOCK_ROW' && call.params.id) {
    return fail(status, code, `${FAULT_MESSAGES[code]}: ${call.params.id}`)
  }
  return coded(status, code ?? (status === 503 ? 'SERVER_UNAVAILABLE' : 'UNKNOWN_EXCEPTION'))
}

function coded(status: number, code: string): VendorError {
  return fail(status, code, FAULT_MESSAGES[code] ?? 'An unexpected error occurred')
}
