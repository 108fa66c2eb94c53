import type { EventRow, Step } from '../../business-process/event.js'
import { type Day, dayOf } from '../../history/dates.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import type { Fields } from '../body.js'
import { given } from '../given.js'
import { type Reference, workerReference } from '../references.js'
import { eventName, statusReference } from '../staged/submit.js'

/** A step with the event that it is of. */
export interface StepOf {
  readonly event: EventRow
  readonly step: Step
  /** From 0 on. */
  readonly place: number
}

/** Who began an event: an account, not always a worker. */
export function accountReference(user: string): Reference {
  return { id: valueWid('WorkdayUserName', user), descriptor: user }
}

export function processReference(process: string): Reference {
  return { id: valueWid('Business_Process_Type', process), descriptor: process }
}

export function renderEvent(world: WorkdayWorld, event: EventRow): Fields {
  return {
    id: event.id,
    descriptor: eventName(world, event),
    status: statusReference(event),
    initiator: accountReference(event.initiator),
    for: workerReference(world, event.worker),
    effectiveDate: event.effective,
    creationDate: dayOf(event.initiated),
    ...given('completedDate', dayIf(event.completed)),
    overallBusinessProcess: processReference(event.process),
    subBusinessProcesses: [],
  }
}

const KINDS: Readonly<Record<Step['kind'], string>> = { initiation: 'Initiation', approval: 'Approval' }

const STATES: Readonly<Record<Step['status'], string>> = {
  awaiting: 'Awaiting Action',
  completed: 'Completed',
  approved: 'Approved',
  denied: 'Denied',
  'sent-back': 'Sent Back',
}

export function renderStep(world: WorkdayWorld, { event, step, place }: StepOf): Fields {
  const assignee = workerReference(world, step.assignee)
  const stepType = { id: valueWid('Step_Type', step.kind), descriptor: KINDS[step.kind] }
  return {
    id: step.id,
    descriptor: `${KINDS[step.kind]}: ${eventName(world, event)}`,
    status: { id: valueWid('Step_Status', step.status), descriptor: STATES[step.status] },
    event: { id: event.id, descriptor: eventName(world, event) },
    businessProcess: processReference(event.process),
    overallProcess: processReference(event.process),
    stepType,
    // a, b, c ... as on the page of a definition.
    order: String.fromCharCode(97 + place),
    creationDate: dayOf(step.created),
    ...given('completedDate', dayIf(step.completed)),
    awaitingPersons: step.status === 'awaiting' && assignee ? [assignee] : [],
    ...(step.status !== 'awaiting' && { completedByPerson: assignee ?? accountReference(event.initiator) }),
    comments: step.comment === undefined ? [] : [{ comment: step.comment, person: assignee }],
  }
}

function dayIf(moment: number | undefined): Day | undefined {
  return moment === undefined ? undefined : dayOf(moment)
}

export function stepsOf(event: EventRow): readonly StepOf[] {
  return event.steps.map((step, place) => ({ event, step, place }))
}
