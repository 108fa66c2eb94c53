import type { EventRow } from '../business-process/event.js'
import { initiate, submit } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import type { Contact, Usage } from '../rows/person.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complainOf } from './complaint.js'

/** Two in progress for one person are refused, for home and work apart. @source facts C, A641 and A644 (read 2026-11-23) */
export function checkContactChange(world: WorkdayWorld, person: string, usage: Usage): void {
  const other = world.events
    .where('person', person)
    .find(
      ({ change, status }) =>
        change.kind === 'change-contact' &&
        change.usage === usage &&
        (status === 'in-progress' || status === 'initiated'),
    )
  if (other) throw complainOf(usage === 'WORK' ? 'A644' : 'A641')
}

export interface ContactRequest {
  readonly worker: WorkerRow
  readonly usage: Usage
  readonly effective: Day
  readonly contact: Contact
  readonly initiator: string
}

/** Begins a change of contact information that is submitted later. @throws StaffingError */
export function initiateContactChange(
  world: WorkdayWorld,
  { worker, usage, effective, contact, initiator }: ContactRequest,
): EventRow {
  checkContactChange(world, worker.person, usage)
  const process = usage === 'WORK' ? 'Work Contact Change' : 'Home Contact Change'
  const change = { kind: 'change-contact', usage, contact } as const
  return initiate(world, { process, worker: worker.id, person: worker.person, effective, change, initiator })
}

export function changeContact(world: WorkdayWorld, request: ContactRequest): EventRow {
  return submit(world, initiateContactChange(world, request), { autoComplete: true })
}
