import type { EventRow } from '../../business-process/event.js'
import { STATUS_TEXT } from '../../business-process/event.js'
import { submit } from '../../business-process/process.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, idIn, textIn } from '../body.js'
import { refuse } from '../complaints.js'
import { workerReference } from '../references.js'

/** WIDs of what may be done with a change, the same in every tenant. @source facts A4 (read 2026-11-23) */
export const ACTIONS = {
  submit: 'd9e4223e446c11de98360015c5e6daf6',
  saveForLater: 'd9e41a8c446c11de98360015c5e6daf6',
} as const

/**
 * Submits a change, or saves it for later: after that it can be neither edited nor submitted here. An empty body submits.
 * @throws A178 for one that was submitted or saved, A219 for another action
 */
export function submitStaged(world: WorkdayWorld, event: EventRow, body: unknown): EventRow {
  const parameters = fieldsOf(fieldsOf(body).businessProcessParameters)
  const action = idIn(parameters, 'action') ?? ACTIONS.submit
  if (event.status !== 'initiated') throw refuse('A178')
  const commented = withComment(event, textIn(parameters, 'comment'), world.now())
  if (action === ACTIONS.saveForLater) return world.events.put({ ...commented, status: 'saved' })
  if (action !== ACTIONS.submit) throw refuse('A219', 'businessProcessParameters.action')
  return submit(world, commented, { autoComplete: false })
}

function withComment(event: EventRow, text: string | undefined, at: number): EventRow {
  return text === undefined ? event : { ...event, comments: [...event.comments, { by: event.initiator, at, text }] }
}

export function statusReference(event: EventRow) {
  const descriptor = STATUS_TEXT[event.status]
  return { id: valueWid('Event_Status', descriptor), descriptor }
}

/** How an event is told where it was submitted. */
export function renderSubmitted(world: WorkdayWorld, event: EventRow, { action }: { action?: string } = {}): Fields {
  const descriptor = eventName(world, event)
  return {
    id: event.id,
    descriptor,
    businessProcessParameters: {
      action: { id: action ?? (event.status === 'saved' ? ACTIONS.saveForLater : ACTIONS.submit) },
      overallBusinessProcess: { id: event.id, descriptor },
      overallStatus: STATUS_TEXT[event.status],
      transactionStatus: statusReference(event),
      for: workerReference(world, event.worker),
      comments: event.comments.map(({ text, at }) => ({ comment: text, commentDate: new Date(at).toISOString() })),
    },
  }
}

/** `Change Job: Imogen Ashdown`. */
export function eventName(world: WorkdayWorld, event: EventRow): string {
  return `${event.process}: ${world.workerName(event.worker)}`
}
