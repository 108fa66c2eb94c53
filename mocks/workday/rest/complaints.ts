import type { VendorError } from '../../../src/engine/kit.js'
import { type DocumentedCode, textOf } from '../documented-codes.js'
import { invalid, type Wrong } from '../errors.js'
import { StaffingError } from '../staffing/complaint.js'

/** 400 with a documented code. */
export function refuse(
  code: DocumentedCode,
  field?: string,
  values: Readonly<Record<string, string>> = {},
): VendorError {
  return invalid(400, { code, error: textOf(code, values), ...(field !== undefined && { field }) })
}

/** 400 for a value that is none: a reference to what there is not, a day that no calendar has. @unverified the text */
export function invalidValue(field: string): VendorError {
  return invalid(400, { error: 'Invalid request.', field })
}

/** Runs what SOAP shares, and tells what stands against it in REST's words. */
export function asRest<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StaffingError) throw invalid(400, codedOf(error))
    throw error
  }
}

function codedOf({ complaint }: StaffingError): Wrong {
  return complaint.rest ?? { error: complaint.soap }
}
