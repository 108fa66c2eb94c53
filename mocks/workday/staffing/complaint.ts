import { type DocumentedCode, textOf } from '../documented-codes.js'

/** What stands against a change, as each face tells it: SOAP in a sentence, REST with a code that programs go by. */
export interface Complaint {
  readonly soap: string
  /** None for what only SOAP does, such as a hire. */
  readonly rest?: { readonly code: DocumentedCode; readonly error: string }
}

/** Thrown by what SOAP and REST share; each face tells it in its own way. */
export class StaffingError extends Error {
  readonly complaint: Complaint

  constructor(complaint: Complaint) {
    super(complaint.soap)
    this.complaint = complaint
  }
}

const rest = (code: DocumentedCode) => ({ rest: { code, error: textOf(code) } })

/** The texts are the vendor's. @source facts A3, B4 (read 2026-11-23) */
const COMPLAINTS = {
  pending: {
    soap: 'You cannot initiate this action because there are other pending actions for the worker that conflict with this one. Close any pending Staffing, Manage Employee Contracts, or Academic Appointment Track actions for this worker.',
    ...rest('A428'),
  },
  pendingTermination: {
    soap: 'The worker cannot be terminated because there are other pending staffing actions for the worker that conflict with this one. Please close the pending staffing actions.',
  },
  terminated: { soap: 'Worker is terminated and does not have a future hire.', ...rest('A422') },
  futureActions: {
    soap: 'The worker cannot be terminated because there are future approved staffing actions for this worker.',
  },
  additionalJobs: {
    soap: 'You cannot terminate this employee because the employee has active additional jobs. End the additional jobs before you terminate the employee.',
  },
  lastDayLater: { soap: 'Last day of work cannot be later than termination date.' },
  hireDateRequired: { soap: 'The Hire Date is required.' },
  organizationRequired: {
    soap: 'The supervisory organization must be entered or be derivable from the Position Reference or Headcount Reference.',
  },
  nameRequired: {
    soap: 'A legal name is required when adding an applicant. Please include the Legal Name Data element when adding an applicant to the system for the first time.',
  },
  contactRequired: {
    soap: 'At least one email address, phone number or address is required to create a new applicant.',
  },
  occupied: { soap: 'This position is occupied by someone else as of the Effective Date.', ...rest('A411') },
  firstDayEarly: { soap: 'First day of work cannot be earlier than hire date.' },
  alreadyHired: { soap: 'Applicant has already been hired.' },
} as const satisfies Record<string, Complaint>

export function complain(name: keyof typeof COMPLAINTS): StaffingError {
  return new StaffingError(COMPLAINTS[name])
}

/** For complaints that name a value. @param soap absent where both faces say the same */
export function complainOf(
  code: DocumentedCode,
  values: Readonly<Record<string, string>> = {},
  soap: string = textOf(code, values),
): StaffingError {
  return new StaffingError({ soap, rest: { code, error: textOf(code, values) } })
}

/** For one that SOAP alone tells. */
export function complainBySoap(soap: string): StaffingError {
  return new StaffingError({ soap })
}
