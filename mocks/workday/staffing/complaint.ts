/** What stands against a change, as each face tells it: SOAP in a sentence, REST with a code that programs go by. */
export interface Complaint {
  readonly soap: string
  readonly rest: { readonly code: string; readonly error: string }
}

/** Thrown by what SOAP and REST share; each face tells it in its own way. */
export class StaffingError extends Error {
  readonly complaint: Complaint

  constructor(complaint: Complaint) {
    super(complaint.soap)
    this.complaint = complaint
  }
}

/** The texts are the vendor's. @source facts A3, B4 (read 2026-11-23) */
export const COMPLAINTS = {
  pending: {
    soap: 'You cannot initiate this action because there are other pending actions for the worker that conflict with this one. Close any pending Staffing, Manage Employee Contracts, or Academic Appointment Track actions for this worker.',
    rest: { code: 'A428', error: 'The worker has pending events that conflict with this job change.' },
  },
  pendingTermination: {
    soap: 'The worker cannot be terminated because there are other pending staffing actions for the worker that conflict with this one. Please close the pending staffing actions.',
    rest: { code: 'A428', error: 'The worker has pending events that conflict with this job change.' },
  },
  terminated: {
    soap: 'Worker is terminated and does not have a future hire.',
    rest: { code: 'A422', error: 'You can’t submit a change job operation for this worker.' },
  },
  futureActions: {
    soap: 'The worker cannot be terminated because there are future approved staffing actions for this worker.',
    rest: {
      code: 'A389',
      error:
        "There's at least 1 conflicting in-progress or completed event. For in-progress events, cancel or complete the events. For completed events, specify a date that's on or after the event, or rescind the event. [events]",
    },
  },
  additionalJobs: {
    soap: 'You cannot terminate this employee because the employee has active additional jobs. End the additional jobs before you terminate the employee.',
    rest: { code: 'A422', error: 'You can’t submit a change job operation for this worker.' },
  },
  lastDayLater: {
    soap: 'Last day of work cannot be later than termination date.',
    rest: { code: 'A422', error: 'You can’t submit a change job operation for this worker.' },
  },
  hireDateRequired: { soap: 'The Hire Date is required.', rest: { code: 'A394', error: 'The Hire Date is required.' } },
  organizationRequired: {
    soap: 'The supervisory organization must be entered or be derivable from the Position Reference or Headcount Reference.',
    rest: { code: 'A415', error: 'Submit a supervisory organization.' },
  },
  nameRequired: {
    soap: 'A legal name is required when adding an applicant. Please include the Legal Name Data element when adding an applicant to the system for the first time.',
    rest: { code: 'A394', error: 'A legal name is required.' },
  },
  contactRequired: {
    soap: 'At least one email address, phone number or address is required to create a new applicant.',
    rest: { code: 'A394', error: 'A contact is required.' },
  },
  occupied: {
    soap: 'This position is occupied by someone else as of the Effective Date.',
    rest: {
      code: 'A411',
      error: 'The position entered is not a valid position for the worker as of the date entered.',
    },
  },
  firstDayEarly: {
    soap: 'First day of work cannot be earlier than hire date.',
    rest: { code: 'A394', error: 'First day of work cannot be earlier than hire date.' },
  },
} as const satisfies Record<string, Complaint>

export function complain(name: keyof typeof COMPLAINTS): StaffingError {
  return new StaffingError(COMPLAINTS[name])
}

/** For complaints that name a value. */
export function complainWith(complaint: Complaint): StaffingError {
  return new StaffingError(complaint)
}
