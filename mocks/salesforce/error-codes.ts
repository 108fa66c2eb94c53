/** What an error is told as where it comes on purpose and nothing in the request gave it. */
interface Words {
  readonly status: number
  /** Where it differs from the name it is asked for by. */
  readonly code?: string
  readonly message: string
}

/**
 * Errors that a fault may name by code. The three of one code have names of their own, by what is exceeded.
 * @source facts A9 (read 2026-11-23) @unverified wording of those beside sessions, limits, locks and the missing resource
 */
const WORDS: Readonly<Record<string, Words>> = {
  API_CURRENTLY_DISABLED: { status: 403, message: 'API is disabled for this User' },
  API_DISABLED_FOR_ORG: { status: 403, message: 'API is not enabled for this Organization or Partner' },
  ConcurrentPerOrgLongTxn: {
    status: 403,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'ConcurrentPerOrgLongTxn Limit exceeded',
  },
  ConcurrentRequests: {
    status: 403,
    code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
  },
  TotalRequests: { status: 403, code: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' },
  REQUEST_LIMIT_EXCEEDED: { status: 403, message: 'TotalRequests Limit exceeded.' },
  INSUFFICIENT_ACCESS_OR_READONLY: { status: 403, message: 'insufficient access rights on object id' },
  INVALID_SESSION_ID: { status: 401, message: 'Session expired or invalid' },
  NOT_FOUND: { status: 404, message: 'The requested resource does not exist' },
  ENTITY_IS_DELETED: { status: 404, message: 'entity is deleted' },
  UNABLE_TO_LOCK_ROW: {
    status: 400,
    message: 'unable to obtain exclusive access to this record or 1 records: 001000000000000AAA',
  },
  DUPLICATES_DETECTED: { status: 400, message: 'Use one of these records?' },
  OPERATION_TOO_LARGE: { status: 403, message: "exceeded 100000 distinct who/what's" },
  QUERY_TIMEOUT: { status: 400, message: 'Your query request was running for too long.' },
  STORAGE_LIMIT_EXCEEDED: { status: 400, message: 'storage limit exceeded' },
  TXN_SECURITY_NO_ACCESS: {
    status: 403,
    message: 'The operation you requested was blocked due to a security policy your organization has set up.',
  },
  SERVER_UNAVAILABLE: { status: 503, message: 'The server is temporarily unavailable' },
  UNKNOWN_EXCEPTION: { status: 500, message: 'An unexpected error occurred' },
}

/** By the names that a fault may ask for, with the status of each. */
export const FAULT_CODES: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(WORDS).map(([name, { status }]) => [name, status]),
)

/** The status, code and message of an error by its code, or undefined where the code is not Salesforce's or needs a reason. */
export function wordsOf(code: string): Required<Words> | undefined {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined
  return words && { code, ...words }
}
