import type { FaultProblem, VendorError } from '../../src/engine/kit.js'
import { apiError, invalidRequest, rateLimited, withHeaders } from './request-errors.js'
import { READER_MESSAGES } from './terminal-readers/messages.js'

/**
 * The codes that a fault may ask for, each with its status: those that come by chance or by load. What a request itself causes (a declined
 * card, a missing parameter) is had by sending it.
 * @source https://docs.stripe.com/error-codes (read 2026-11); lock_timeout as seen by others (dj-stripe#1917, stripe-node#2056)
 */
export const FAULT_CODES: Readonly<Record<string, number>> = {
  account_invalid: 403,
  api_key_expired: 401,
  balance_insufficient: 400,
  idempotency_key_in_use: 409,
  lock_timeout: 429,
  platform_api_key_expired: 401,
  rate_limit: 429,
  secret_key_required: 403,
  terminal_reader_busy: 400,
  terminal_reader_offline: 400,
  terminal_reader_timeout: 400,
}

/** Something that goes wrong on purpose, as Stripe says it. @unverified wording of 5xx, of maintenance and of a revoked key */
export function faultError(problem: FaultProblem, key: string): VendorError {
  const { why, status, code, retryAfter } = problem
  const error = why === 'status' ? ofStatus(status, code, key) : ofReason(why, key)
  if (retryAfter === undefined) return error
  return withHeaders(error, { ...error.headers, 'Retry-After': String(retryAfter) })
}

function ofReason(why: Exclude<FaultProblem['why'], 'status'>, key: string): VendorError {
  switch (why) {
    case 'rate-limit':
      return rateLimited('global-rate')
    case 'maintenance':
      return apiError(503)
    case 'token-expired':
      return invalidRequest(`Expired API Key provided: ${key}`, { status: 401, code: 'api_key_expired' })
    case 'token-revoked':
      return invalidRequest(`Invalid API Key provided: ${key}`, { status: 401 })
  }
}

function ofStatus(status: number, code: string | undefined, key: string): VendorError {
  switch (code) {
    case undefined:
      return status === 429 ? rateLimited('global-rate') : apiError(status)
    case 'lock_timeout':
      return lockTimeout(status)
    case 'rate_limit':
      return rateLimited('global-rate')
    case 'api_key_expired':
    case 'platform_api_key_expired':
      return invalidRequest(`Expired API Key provided: ${key}`, { status, code })
    default:
      return invalidRequest(MESSAGES[code] ?? 'Invalid request', { status, code })
  }
}

/** @unverified all but those of readers */
const MESSAGES: Readonly<Record<string, string>> = {
  ...READER_MESSAGES,
  account_invalid: 'The provided key does not have access to this account, or the account does not exist.',
  balance_insufficient: 'You have insufficient funds in your Stripe account.',
  idempotency_key_in_use:
    'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through). Please try again later.',
  secret_key_required: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
}

/** Unlike the other 429 it says nothing of a rate, and that it may be sent again. */
function lockTimeout(status: number): VendorError {
  const message =
    'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.'
  return withHeaders(invalidRequest(message, { status, code: 'lock_timeout' }), { 'Stripe-Should-Retry': 'true' })
}
