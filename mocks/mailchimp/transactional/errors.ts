import {
  type Answer,
  type Call,
  type FaultProblem,
  type Issue,
  type Problem,
  VendorError,
} from '../../../src/engine/kit.js'
import { failure, invalidFields, isErrorName, mustSpecify, notSimulated } from './error-table.js'

/** What is said to a request that is not found to be one. */
const UNKNOWN = 'An unknown error occurred processing your request. Please try again later.'

/** What the engine finds wrong with a request, in Transactional's words. */
export function transactionalProblem(problem: Problem, call: Call): VendorError {
  switch (problem.kind) {
    case 'no-route':
      return otherwise(404, 'Unknown_Method', `Unknown method "${call.path.replace(/^\/api\/[\d.]+\//, '')}"`)
    case 'malformed':
    case 'no-credential':
      return mustSpecify('key')
    case 'too-large':
      return otherwise(413, 'ValidationError', `The request is larger than ${problem.limit} bytes`)
    case 'live-credential':
    case 'unknown-credential':
      return failure('Invalid_Key', 'Invalid API key')
    case 'invalid':
      return invalid(problem.issues)
    case 'missing':
      return otherwise(404, 'GeneralError', `No ${problem.type} exists with the id ${problem.id}`)
    case 'rate-limited':
      return failure('RequestLimitExceeded', 'Too Many Requests attempted recently')
    case 'not-simulated':
      return notSimulated(`${problem.operation?.key ?? call.path} (${problem.why})`)
    case 'fault':
      return fault(problem)
    default:
      return failure('GeneralError', UNKNOWN)
  }
}

/** An error as the caller's version has it: since 1.4 with an HTTP status of its own, before always with 500. */
export function renderTransactional(error: VendorError, call: Call): Answer {
  const legacy = profileOf(call) === 'legacy-500'
  const { code, legacyCode, keepsStatus } = error.fields
  const status = legacy && keepsStatus !== true ? 500 : error.status
  const body = {
    status: 'error',
    code: (legacy ? legacyCode : code) ?? -1,
    name: error.code ?? 'GeneralError',
    message: error.message,
  }
  return { status, headers: {}, body, failed: true }
}

/**
 * Requests to /api/1.4 are told by status, those to older versions by 500, unless the setting `errorProfile` says otherwise.
 * @unverified that the version in the path decides
 */
export function profileOf(call: Call): 'legacy-500' | 'spec-1.4' {
  const set = call.sandbox.options.settings?.mailchimp?.errorProfile
  if (set === 'legacy-500' || set === 'spec-1.4') return set
  return call.notes.version === '1.4' ? 'spec-1.4' : 'legacy-500'
}

function otherwise(status: number, name: string, message: string): VendorError {
  return new VendorError({
    status,
    message,
    code: name,
    fields: { code: -1, legacyCode: -1 },
  })
}

/** A fault on purpose keeps its status, whatever the version; a dead key is a wrong one. */
function fault({ why, status, code, retryAfter }: FaultProblem): VendorError {
  if (why === 'token-expired' || why === 'token-revoked') return failure('Invalid_Key', 'Invalid API key')
  const known = code !== undefined && isErrorName(code) ? failure(code, UNKNOWN) : faultNamed(status)
  return new VendorError({
    status,
    message: known.message,
    ...(known.code !== undefined && { code: known.code }),
    fields: { ...known.fields, keepsStatus: true },
    ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
  })
}

function faultNamed(status: number): VendorError {
  if (status === 429) return failure('RequestLimitExceeded', 'Too Many Requests attempted recently')
  if (status === 503) return failure('ServiceUnavailable', 'Service Temporarily Unavailable')
  return failure('GeneralError', UNKNOWN)
}

/** @unverified words for values of the wrong type */
function invalid(issues: readonly Issue[]): VendorError {
  const missing = issues.find(({ kind, path }) => kind === 'missing' && path.length === 1)
  if (missing) return mustSpecify(String(missing.path[0]))
  const fields: Record<string, unknown> = {}
  for (const issue of issues) place(fields, issue.path, words(issue))
  return invalidFields(fields)
}

function place(into: Record<string, unknown>, path: Issue['path'], said: string): void {
  let at = into
  const last = path.at(-1) ?? 'request'
  for (const part of path.slice(0, -1)) {
    const inner = Object.hasOwn(at, part) ? at[part] : undefined
    const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {}
    at[part] = next
    at = next
  }
  at[last] = said
}

function words({ kind, expected }: Issue): string {
  if (kind === 'missing') return 'Please enter a value'
  if (kind === 'enum') return 'Please select an allowed value'
  if (kind === 'too-long') return `Please enter a value of at most ${expected} characters`
  const wanted = String(expected)
  return `Please enter ${/^[aeiou]/.test(wanted) ? 'an' : 'a'} ${wanted}`
}
