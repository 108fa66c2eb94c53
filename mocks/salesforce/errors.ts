import {
  type Answer,
  type Call,
  type ErrorRules,
  type FaultProblem,
  type Problem,
  VendorError,
} from '../../src/engine/kit.js'
import { FAULT_CODES, wordsOf } from './error-codes.js'
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

/** 401: an Authorization header of another kind than `Bearer` or `OAuth`. @unverified beyond the code */
function invalidAuthHeader(): VendorError {
  return fail(401, 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE')
}

/** 501 for what is not simulated: never taken for an answer of Salesforce's. */
export function notModelled(what: string): VendorError {
  return fail(501, 'STANDIN_NOT_SIMULATED', `Standin does not simulate ${what} yet. See docs/coverage.md.`)
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
    case 'no-credential':
      return call.header('authorization') ? invalidAuthHeader() : invalidSession()
    case 'live-credential':
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
      return fault(problem, call)
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

/**
 * A fault on purpose, in Salesforce's own shape: by its code, or what a status stands for. Salesforce never answers 429, nor with Retry-After;
 * a session that was revoked is told like one that has expired. @unverified the answer during maintenance
 */
function fault({ why, status, code: named = '' }: FaultProblem, call: Call): VendorError {
  if (why === 'token-expired' || why === 'token-revoked') return invalidSession()
  if (named === 'UNABLE_TO_LOCK_ROW' && call.params.id) {
    return fail(status, named, `unable to obtain exclusive access to this record or 1 records: ${call.params.id}`)
  }
  const words = wordsOf(named) ?? wordsOf(codeOfStatus(status))
  if (words && named === 'DUPLICATES_DETECTED') {
    return failWith(status, [
      { code: named, message: words.message, more: { duplicateResult: ruleOnPurpose(words.message) } },
    ])
  }
  if (words && (named === '' || wordsOf(named))) return fail(statusOf(status, words), words.code, words.message)
  return fail(status, named || 'UNKNOWN_EXCEPTION', words?.message ?? 'An unexpected error occurred')
}

/** Of a rule that is not there: it has found something, and does not say what. */
function ruleOnPurpose(errorMessage: string) {
  const duplicateRule = 'Standard_Rule'
  return { allowSave: true, duplicateRule, duplicateRuleEntityType: '', errorMessage, matchResults: [] }
}

function codeOfStatus(status: number): string {
  if (status === 429) return 'TotalRequests'
  return status === 503 ? 'SERVER_UNAVAILABLE' : 'UNKNOWN_EXCEPTION'
}

/** The status that was asked for, but for the one that Salesforce does not have. */
function statusOf(status: number, words: { readonly status: number }): number {
  return status === 429 ? words.status : status
}
