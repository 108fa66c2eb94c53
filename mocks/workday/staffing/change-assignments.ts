import type { EventRow } from '../business-process/event.js'
import { initiate } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import { standing } from '../history/fact.js'
import type { Assignments, WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complainWith } from './complaint.js'
import { hasPending } from './conflicts.js'

export interface ChangeAssignmentsRequest {
  readonly worker: WorkerRow
  readonly effective: Day
  readonly assignments: Assignments
  readonly initiator: string
}

/** What stands against a change of a worker's organizations on a day. @throws StaffingError */
export function checkChangeAssignments(
  world: WorkdayWorld,
  { worker, effective }: Pick<ChangeAssignmentsRequest, 'worker' | 'effective'>,
): void {
  const now = world.now()
  const hired = standing(worker.employment, now)[0]?.value.hireDate
  if (hired !== undefined && effective < hired) {
    const error = `Enter an Effective Date that is on or after the hire date for the worker: ${hired}.`
    throw complainWith({ soap: error, rest: { code: 'A394', error } })
  }
  if (hasPending(world, worker.id)) {
    const error =
      "There's at least 1 conflicting in-progress or completed event. For in-progress events, cancel or complete the events. For completed events, specify a date that's on or after the event, or rescind the event. [events]"
    throw complainWith({ soap: error, rest: { code: 'A389', error } })
  }
  const [last = ''] = standing(worker.assignments, now)
    .map((fact) => fact.effective)
    .sort()
    .reverse()
  if (effective >= last) return
  const error = `Submit an effective date that’s on or after the last completed staffing organization change: ${last}.`
  throw complainWith({ soap: error, rest: { code: 'A420', error } })
}

/** Begins a change of the organizations that are not supervisory. @throws StaffingError */
export function initiateChangeAssignments(world: WorkdayWorld, request: ChangeAssignmentsRequest): EventRow {
  checkChangeAssignments(world, request)
  const { worker, effective, assignments, initiator } = request
  return initiate(world, {
    process: 'Change Organization Assignments for Worker',
    worker: worker.id,
    person: worker.person,
    effective,
    change: { kind: 'change-assignments', assignments },
    initiator,
  })
}
