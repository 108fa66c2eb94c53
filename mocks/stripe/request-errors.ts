import { VendorError } from '../../src/engine/kit.js'

type Fields = Record<string, unknown>

/** 400 (or another status) with type `invalid_request_error`. @source https://docs.stripe.com/api/errors (read 2026-11-23) */
export function invalidRequest(
  message: string,
  options: { code?: string; param?: string; status?: number; fields?: Fields } = {},
) {
  const { code, param, status = 400, fields } = options
  return new VendorError({
    status,
    message,
    ...(code !== undefined && { code }),
    fields: { type: 'invalid_request_error', ...(param !== undefined && { param }), ...fields },
  })
}

export function withHeaders(error: VendorError, headers: Record<string, string>): VendorError {
  const { status, message, code, fields } = error
  return new VendorError({ status, message, ...(code !== undefined && { code }), fields: { ...fields }, headers })
}

export function rateLimited(limit: string): VendorError {
  const message =
    'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.'
  return withHeaders(invalidRequest(message, { status: 429, code: 'rate_limit' }), {
    'Stripe-Rate-Limited-Reason': limit,
  })
}

/** @unverified wording */
export function apiError(status: number): VendorError {
  return new VendorError({
    status,
    message:
      status === 503
        ? 'Stripe is temporarily unavailable. Please try again in a few moments.'
        : 'An unknown error occurred. Please try again, and contact support if this persists.',
    fields: { type: 'api_error' },
  })
}
