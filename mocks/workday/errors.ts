import { type Call, VendorError } from '../../src/engine/kit.js'
import { placeOf } from './place.js'

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

/** 501 for what is not simulated: never taken for an answer of Workday's. */
export function notSimulated(what: string): VendorError {
  return new VendorError({ status: 501, message: `Standin does not simulate ${what} yet. See docs/workday.md.` })
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

/** An error of the token endpoint, as RFC 6749 has them. @unverified the wording @source facts B2 (read 2026-11-23) */
export function oauthError(status: number, code: string, message: string): VendorError {
  return new VendorError({ status, code, message, fields: { oauth: true } })
}
