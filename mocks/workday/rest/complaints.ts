import type { VendorError } from '../../../src/engine/kit.js'
import { invalid, type Wrong } from '../errors.js'
import { StaffingError } from '../staffing/complaint.js'

/**
 * What REST refuses with a code of its documentation, and its text there.
 * @source facts A3 and A4 (read 2026-11-24)
 */
const TEXTS = {
  A165: 'The attachment category is invalid for this business process.',
  A178: 'The business process has already been initiated.',
  A181: 'A comment is required',
  A183: 'This event step cannot be denied',
  A190: 'This event step type cannot be approved',
  A202: "The step you are sending back to isn't supported for this business process.",
  A212: 'This event step is not awaiting your action.',
  A219: "The business process action isn't valid.",
  A227: "The step you are sending back from isn't supported for this business process.",
  A368: 'This operation is only available to the person who initiated the Change Job operation.',
  A384: 'The worker has pending events that conflict with this job change.',
  A390: 'You cannot run this task on yourself.',
  A398: 'Worker has more than one position. Position input required.',
  A402: 'Proposed Position is Required or Create Position must be selected.',
  A403: 'Submit this operation before the event Initiation step.',
  A411: 'The position entered is not a valid position for the worker as of the date entered.',
  A432: 'You can only propose a position if the Create Position field is false. Submit a false value on Create Position.',
  A945: 'Set either the Close Position or Job Overlap Allowed field to True, but not both.',
  A1009: 'Type is required and must have a value.',
  A1016: 'Enter an hourly or daily quantity that is greater than zero.',
  A1017: 'Daily Quantity is required and must have a value.',
  A1032: "You can't have multiple entries for the same Time Off Type for a given date.",
  A1038: 'Date is required and must have a value.',
} as const satisfies Readonly<Record<string, string>>

export type Code = keyof typeof TEXTS

/** 400 with a documented code. */
export function refuse(code: Code, field?: string): VendorError {
  return invalid(400, { code, error: TEXTS[code], ...(field !== undefined && { field }) })
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
  return complaint.rest
}
