/**
 * What REST refuses with a code of its documentation, and its text there; what is in brackets is filled in. Those of contact information stand
 * with each kind of it, in rest/person/.
 * @source facts A3 and A4 (read 2026-11-24)
 */
export const DOCUMENTED = {
  A6: 'Comment is required.',
  A161: 'Worker giving the feedback cannot be the same as the worker receiving the feedback.',
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
  A389: "There's at least 1 conflicting in-progress or completed event. For in-progress events, cancel or complete the events. For completed events, specify a date that's on or after the event, or rescind the event. [events]",
  A390: 'You cannot run this task on yourself.',
  A391: 'Enter a date that is after [date], the date the position was last updated.',
  A394: 'Enter an Effective Date that is on or after the hire date for the worker: [date].',
  A398: 'Worker has more than one position. Position input required.',
  A402: 'Proposed Position is Required or Create Position must be selected.',
  A403: 'Submit this operation before the event Initiation step.',
  A411: 'The position entered is not a valid position for the worker as of the date entered.',
  A420: 'Submit an effective date that’s on or after the last completed staffing organization change: [date].',
  A422: 'You can’t submit a change job operation for this worker.',
  A428: 'The worker has pending events that conflict with this job change.',
  A432: 'You can only propose a position if the Create Position field is false. Submit a false value on Create Position.',
  A641: 'There is already a Change Home Contact Information event in progress for this person.  That event must be completed before another can be started.',
  A644: 'There is already a Change Work Contact Information event in progress for this person.  That event must be completed before another can be started.',
  A945: 'Set either the Close Position or Job Overlap Allowed field to True, but not both.',
  A1009: 'Type is required and must have a value.',
  A1011: "You don't have a sufficient balance or aren't eligible to satisfy the request for [type] as of [date].",
  A1016: 'Enter an hourly or daily quantity that is greater than zero.',
  A1017: 'Daily Quantity is required and must have a value.',
  A1032: "You can't have multiple entries for the same Time Off Type for a given date.",
  A1038: 'Date is required and must have a value.',
} as const satisfies Readonly<Record<string, string>>

export type DocumentedCode = keyof typeof DOCUMENTED

/** The text of a code, with values in the place of what is in brackets: `{ date: '2026-01-31' }`. */
export function textOf(code: DocumentedCode, values: Readonly<Record<string, string>> = {}): string {
  return Object.entries(values).reduce<string>(
    (text, [name, value]) => text.replace(`[${name}]`, value),
    DOCUMENTED[code],
  )
}
