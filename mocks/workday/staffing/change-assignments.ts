import type { EventRow } from '../business-process/event.js'
import { initiate } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import { standing } from '../history/fact.js'
import type { Assignments, WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complainOf } from './complaint.js'
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
  if (hired !== undefined && effective < hired) throw complainOf('A394', { date: hired })
  if (hasPending(world, worker.id)) throw complainOf('A389')
  const [last = ''] = standing(worker.assignments, now)
    .map((fact) => fact.effective)
    .sort()
    .reverse()
  if (effective < last) throw complainOf('A420', { date: last })
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
