import type { VendorError } from '../../../src/engine/kit.js'
import { soapFault } from '../errors.js'

/** What is wrong with the content of a request, in the vendor's words. */
export function validationFault(message: string, xpath?: string): VendorError {
  const detail = { message, ...(xpath !== undefined && { xpath }) }
  return soapFault('Client.validationError', `Validation error occurred. ${message}`, detail)
}
