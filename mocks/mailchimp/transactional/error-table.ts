import { VendorError } from '../../../src/engine/kit.js'

interface ErrorRow {
  readonly code: number
  /** HTTP status since version 1.4; before, every error is a 500. */
  readonly status: number
  /** What the code was before 1.4, where it was another. */
  readonly legacyCode?: number
}

/**
 * Transactional's errors by name.
 * @source version 1.4.0 of the vendor's description (mailchimp-client-lib-codegen, read 2026-11-24); codes before 1.4 as observed in
 * https://github.com/mailchimp/mailchimp-client-lib-codegen/issues/188 and meteor-mandrill #12
 */
export const ERROR_TABLE = {
  Invalid_Key: { code: 401, status: 401, legacyCode: -1 },
  ValidationError: { code: -2, status: 422 },
  GeneralError: { code: -1, status: 500 },
  PaymentRequired: { code: 10, status: 402 },
  RequestLimitExceeded: { code: 429, status: 429 },
  ServiceUnavailable: { code: -2, status: 503 },
  Invalid_Tag_Name: { code: 1, status: 400 },
  Unknown_Sender: { code: 2, status: 404 },
  Unknown_Webhook: { code: 3, status: 404 },
  Invalid_Reject: { code: 4, status: 404 },
  Unknown_Template: { code: 5, status: 404 },
  Invalid_Template: { code: 6, status: 422 },
  Unknown_Domain: { code: 8, status: 404 },
  Unknown_InboundDomain: { code: 8, status: 404 },
  Unknown_Export: { code: 9, status: 404 },
  Unknown_Message: { code: 11, status: 404 },
  Unknown_Subaccount: { code: 12, status: 404 },
  Unknown_IP: { code: 13, status: 404 },
  Unknown_Pool: { code: 15, status: 404 },
  Invalid_EmptyDefaultPool: { code: 16, status: 400 },
  Invalid_DeleteDefaultPool: { code: 17, status: 400 },
  Invalid_CustomDNS: { code: 19, status: 400 },
  Unknown_TrackingDomain: { code: 21, status: 404 },
  Unknown_InboundRoute: { code: 22, status: 404 },
  Unknown_MetadataField: { code: 24, status: 404 },
  Invalid_Verified_Domain: { code: 28, status: 403 },
  Invalid_Verified_TrackingDomain: { code: 29, status: 403 },
  Invalid_Version: { code: 400, status: 422 },
  MC_Exception_InvalidTrackingDomain: { code: 400, status: 400 },
} as const satisfies Readonly<Record<string, ErrorRow>>

export type ErrorName = keyof typeof ERROR_TABLE

/** Each with its HTTP status since 1.4: faults may ask for them. */
export const transactionalCodes: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ERROR_TABLE).map(([name, { status }]) => [name, status]),
)

export function isErrorName(name: string): name is ErrorName {
  return Object.hasOwn(ERROR_TABLE, name)
}

/** An error of the table, in the vendor's words. */
export function failure(name: ErrorName, message: string): VendorError {
  const { status, code, ...rest }: ErrorRow = ERROR_TABLE[name]
  return new VendorError({ status, message, code: name, fields: { code, legacyCode: rest.legacyCode ?? code } })
}

/** A field that must be there and is not. Before 1.4 its code was that of every error that had none. */
export function mustSpecify(field: string): VendorError {
  return new VendorError({
    status: ERROR_TABLE.ValidationError.status,
    message: `You must specify a ${field} value`,
    code: 'ValidationError',
    fields: { code: -2, legacyCode: -1 },
  })
}

/** Fields that are wrong, by their place: `Validation error: {"message":{"from_email":"..."}}`. */
export function invalidFields(fields: Readonly<Record<string, unknown>>): VendorError {
  return failure('ValidationError', `Validation error: ${JSON.stringify(fields)}`)
}

export function unknownSubaccount(id: string): VendorError {
  return failure('Unknown_Subaccount', `No subaccount exists with the id ${id}`)
}

export function unknownMessage(id: string): VendorError {
  return failure('Unknown_Message', `No message exists with the id ${id}`)
}

/** @throws PaymentRequired */
export function paymentRequired(what: string): VendorError {
  return failure('PaymentRequired', `${what} is only available for accounts with a positive balance.`)
}

/** 501, whatever the version: never taken for an answer of the API's. */
export function notSimulated(what: string): VendorError {
  const message = `Standin does not simulate ${what}. See docs/mailchimp.md.`
  return new VendorError({
    status: 501,
    message,
    code: 'Standin_NotSimulated',
    fields: { code: -1, legacyCode: -1, keepsStatus: true },
  })
}
