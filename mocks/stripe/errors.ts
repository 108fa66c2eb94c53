import {
  type Answer,
  type Call,
  type ErrorRules,
  type Issue,
  mask,
  type Problem,
  VendorError,
} from '../../src/engine/kit.js'
import { FAULT_CODES, faultError } from './faults.js'
import { isPublishable, seenByPage } from './keys/seen-by-page.js'
import { longValue } from './metadata-errors.js'
import { isOAuth, oauthProblem, renderOAuth } from './oauth/errors.js'
import { errorInWordsOf } from './older-names.js'
import { apiError, invalidRequest, rateLimited, withHeaders } from './request-errors.js'
import { type Decline, declineFields } from './test-cards/declines.js'

type Fields = Record<string, unknown>

export { invalidRequest } from './request-errors.js'

/** 402 with type `card_error`. @source https://docs.stripe.com/declines/codes (read 2026-07) */
export function cardError(decline: Decline, fields: Fields = {}) {
  return new VendorError({
    status: 402,
    message: decline.message,
    code: decline.code,
    fields: { type: 'card_error', ...declineFields(decline), ...fields },
  })
}

/** What Stripe calls a type in "No such ...". @unverified beyond customer, payment_intent, PaymentMethod and setupintent */
const NOUNS: Readonly<Record<string, string>> = {
  payment_method: 'PaymentMethod',
  setup_intent: 'setupintent',
  webhook_endpoint: 'webhook endpoint',
  application_fee: 'application fee',
  'radar.early_fraud_warning': 'early fraud warning',
  fee_refund: 'fee refund',
  transfer_reversal: 'transfer reversal',
  'apps.secret': 'secret',
}
/** Types whose id in a path is named `id` in the error. */
const NAMED_ID = new Set(['customer', 'charge', 'event', 'product', 'coupon', 'balance_transaction'])

/** 404 where the id stands in the path, 400 where it is a parameter. */
export function missing(type: string, id: string, param: string, inPath: boolean): VendorError {
  const name = inPath && NAMED_ID.has(type) ? 'id' : param
  return invalidRequest(`No such ${NOUNS[type] ?? type}: '${id}'`, {
    code: 'resource_missing',
    param: name,
    status: inPath ? 404 : 400,
  })
}

export const errors: ErrorRules = {
  problem: (problem, call) => problemError(problem, call),
  render: (error, call) => render(error, call),
  codes: FAULT_CODES,
}

function render(error: VendorError, call: Call): Answer {
  const ofOAuth = isOAuth(call) ? renderOAuth(error, call) : undefined
  if (ofOAuth) return ofOAuth
  const { code, message, status, fields } = error
  const body: Fields = { message, ...fields }
  if (code !== undefined) {
    body.code = code
    body.doc_url = docUrl(code)
  }
  body.request_log_url ??= `https://dashboard.stripe.com/test/logs/${call.requestId}?t=${unixSeconds(call)}`
  const told = errorInWordsOf(call, isPublishable(call.caller) ? (seenByPage(body) as Fields) : body)
  const sorted = Object.fromEntries(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { status, headers: {}, body: { error: sorted } }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`
}

function unixSeconds(call: Call): number {
  return Math.floor((call.world ?? call.sandbox.defaultWorld).clock.now() / 1000)
}

const HELP =
  'See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.'
const LIVE =
  'A live mode key was sent to Standin, a stand-in for Stripe on this machine. It was refused and written nowhere; use a test mode key (`standin env` prints one). If the key was meant for a test, take it out of the configuration and roll it.'

function problemError(problem: Problem, call: Call): VendorError {
  const ofOAuth = isOAuth(call) ? oauthProblem(problem, call) : undefined
  if (ofOAuth) return ofOAuth
  switch (problem.kind) {
    case 'no-route':
      return invalidRequest(
        `Unrecognized request URL (${call.exchange.method}: ${call.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
        { status: 404 },
      )
    case 'malformed':
      return invalidRequest(`Invalid request body: ${problem.detail}`)
    case 'too-large':
      return invalidRequest(`The request is too large: at most ${problem.limit} bytes are read.`, { status: 413 })
    case 'live-credential':
      return invalidRequest(LIVE, { status: 401 })
    case 'no-credential':
      return call.behaviour?.page ? noPage(call) : noCredential()
    case 'unknown-credential':
      return invalidRequest(`Invalid API Key provided: ${mask(problem.credential)}`, { status: 401 })
    case 'invalid':
      return call.path.startsWith('/v2/') ? invalidFields(problem.issues) : invalidParameters(problem.issues)
    case 'missing':
      return missing(problem.type, problem.id, problem.param, problem.inPath)
    case 'rate-limited':
      return rateLimited(problem.limit)
    case 'key-in-use':
      return keyInUse(problem.key)
    case 'key-reused':
      return keyReused(problem, call)
    case 'not-simulated':
      return notSimulated(problem, call)
    case 'fault':
      return faultError(problem, mask(call.credential ?? ''))
    case 'internal':
      return apiError(500)
  }
}

/** A page that no world of the sandbox has. */
function noPage(call: Call): VendorError {
  return invalidRequest(`There is no such page: ${call.path}.`, { status: 404 })
}

function noCredential(): VendorError {
  const error = invalidRequest(
    `You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). ${HELP}`,
    { status: 401 },
  )
  return withHeaders(error, { 'WWW-Authenticate': 'Basic realm="Stripe"' })
}

function keyInUse(key: string): VendorError {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`
  return withHeaders(
    invalidRequest(message, { status: 409, code: 'idempotency_key_in_use', fields: { type: 'idempotency_error' } }),
    {
      'Stripe-Should-Retry': 'true',
    },
  )
}

function keyReused(problem: Extract<Problem, { kind: 'key-reused' }>, call: Call): VendorError {
  const { key, first } = problem
  const same = first.path === call.path
  const message = same
    ? `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
    : `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${call.path}' vs '${first.path}'). Try using a key other than '${key}' if you meant to execute a different request.`
  return invalidRequest(message, { fields: { type: 'idempotency_error' } })
}

function notSimulated(problem: Extract<Problem, { kind: 'not-simulated' }>, call: Call): VendorError {
  const operation = problem.operation?.key ?? `${call.exchange.method} ${call.path}`
  return new VendorError({
    status: 501,
    message: `Standin does not simulate ${operation}: ${problem.why}. See docs/coverage.md.`,
    fields: { type: 'api_error' },
    headers: { 'Stripe-Should-Retry': 'false' },
  })
}

const LONGEST_NAME = 200

/** `a[b][0]`, as Stripe names a nested parameter; one that is too long to be a name is cut. */
export function paramName(path: Issue['path']): string {
  const name = path.map((part, i) => (i === 0 ? String(part) : `[${part}]`)).join('')
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name
}

/** Unknown parameters are told first and together, then what is of the wrong form, then what is missing. */
function invalidParameters(issues: readonly Issue[]): VendorError {
  const unknown = issues.filter((issue) => issue.kind === 'unknown')
  if (unknown.length > 0) {
    const names = unknown.map((issue) => paramName(issue.path))
    const message = `Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`
    return invalidRequest(message, { code: 'parameter_unknown', param: names[0] ?? '' })
  }
  const wrong = issues.find((issue) => issue.kind !== 'missing')
  const issue = wrong ?? issues[0]
  return issue ? invalidParameter(issue) : invalidRequest('Invalid request')
}

/**
 * API v2 says of all that is wrong with a request's fields that they are invalid; which, and how, stands in the sentence.
 * @source stripe-node Error.js for the code where a required one is missing; @unverified the same code where one is unknown or of another type,
 * wording, and that `param` is there
 */
function invalidFields(issues: readonly Issue[]): VendorError {
  const { message, fields } = invalidParameters(issues)
  const { param } = fields as { param?: string }
  return invalidRequest(message, { code: 'invalid_fields', ...(param !== undefined && { param }) })
}

function invalidParameter(issue: Issue): VendorError {
  const param = paramName(issue.path)
  const value = typeof issue.value === 'string' ? issue.value : JSON.stringify(issue.value)
  switch (issue.kind) {
    case 'missing':
      return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
    case 'empty':
      return emptyParameter(param)
    case 'type':
      return issue.value === '' ? emptyParameter(param) : wrongType(String(issue.expected), value, param)
    case 'enum':
      return issue.value === ''
        ? emptyParameter(param)
        : invalidRequest(`Invalid ${param}: must be one of ${oneOf(issue.expected)}`, { param })
    case 'too-long':
      if (issue.path.at(-2) === 'metadata') return longValue(value, param)
      return invalidRequest(`Invalid string: ${value.slice(0, 20)}...; must be at most ${issue.expected} characters`, {
        param,
      })
    case 'too-small':
      return invalidRequest(`Invalid ${param}: must be greater than or equal to ${issue.expected}`, {
        code: 'parameter_invalid_integer',
        param,
      })
    case 'too-big':
      return invalidRequest(`Invalid ${param}: must be less than or equal to ${issue.expected}`, {
        code: 'parameter_invalid_integer',
        param,
      })
    default:
      return invalidRequest(`Invalid value for ${param}: ${value}`, { param })
  }
}

/** @unverified wording */
export function emptyParameter(param: string): VendorError {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param },
  )
}

function wrongType(expected: string, value: string, param: string): VendorError {
  if (expected === 'integer')
    return invalidRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param })
  if (expected === 'number') return invalidRequest(`Invalid decimal: ${value}`, { param })
  if (expected === 'boolean') return invalidRequest(`Invalid boolean: ${value}`, { param })
  if (expected === 'object' || expected === 'record') return invalidRequest('Invalid object', { param })
  return invalidRequest(`Invalid ${expected}`, { param })
}

function oneOf(expected: Issue['expected']): string {
  const values = Array.isArray(expected)
    ? [...new Set(expected.filter((value) => value !== ''))].map(String)
    : [String(expected)]
  if (values.length < 2) return values.join('')
  return `${values.slice(0, -1).join(', ')}, or ${values.at(-1)}`
}

/** 501 for a part of an operation that is not simulated. Says which part, and is never taken for an answer of Stripe's. */
export function notModelled(what: string): VendorError {
  return new VendorError({
    status: 501,
    message: `Standin does not simulate ${what} yet. See docs/coverage.md.`,
    fields: { type: 'api_error' },
    headers: { 'Stripe-Should-Retry': 'false' },
  })
}
