import type { ChangeJob } from '../business-process/change.js'
import type { EventRow } from '../business-process/event.js'
import { initiate, submit } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import type { Job, WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complain, complainOf } from './complaint.js'
import { hasPending, holderOf } from './conflicts.js'

export interface ChangeJobRequest {
  readonly worker: WorkerRow
  /** WID; without one the primary position. */
  readonly position?: string
  readonly effective: Day
  readonly reason?: string
  readonly job: Partial<Job>
  readonly initiator: string
  readonly comment?: string
}

/** What stands against a change of a worker's job on a day. @throws StaffingError */
export function checkChangeJob(world: WorkdayWorld, { worker, position, effective, job }: ChangeJobRequest): string {
  const asOf = { effective, entered: world.now() }
  const [primary, ...others] = world.jobsOf(worker, asOf)
  const employed = worker.employment.some(({ rescinded, value }) => rescinded === undefined && value.active)
  if (!employed || (!world.isActive(worker, asOf) && !willBeActive(world, worker))) throw complain('terminated')
  const held = position === undefined ? primary : [primary, ...others].find((each) => each?.held.position === position)
  if (!held) {
    const soap = `Position ${position ?? ''} is not valid for the worker ${world.workerName(worker.id)}.`
    throw complainOf('A411', {}, soap)
  }
  if (hasPending(world, worker.id)) throw complain('pending')
  const target = job.position
  if (target !== undefined && target !== held.held.position && holderOf(world, target, effective) !== undefined)
    throw complain('occupied')
  const updated = held.held.facts.filter(({ rescinded }) => rescinded === undefined).at(-1)?.effective ?? effective
  if (effective < updated) {
    const soap = `The effective date must be equal to or greater than the date the position or headcount group was last updated ${updated}.`
    throw complainOf('A391', { date: updated }, soap)
  }
  return held.held.position
}

/** Begins a change of job: an event that changes nothing before it is submitted. @throws StaffingError */
export function initiateChangeJob(world: WorkdayWorld, request: ChangeJobRequest): EventRow {
  const position = checkChangeJob(world, request)
  const { worker, effective, initiator, reason, job, comment } = request
  const change: ChangeJob = {
    kind: 'change-job',
    position,
    job: { ...job, ...(reason !== undefined && { reason }) },
    ...(reason !== undefined && { reason }),
    types: typesOfReason(reason),
  }
  const proposal = { process: 'Change Job', worker: worker.id, person: worker.person, effective, change, initiator }
  return initiate(world, { ...proposal, ...(comment !== undefined && { comment }) })
}

export function changeJob(
  world: WorkdayWorld,
  request: ChangeJobRequest,
  options: { readonly autoComplete: boolean },
): EventRow {
  return submit(world, initiateChangeJob(world, request), options)
}

/**
 * The transaction types that a reason makes of a change of job. An integration that filters on one of them misses the others.
 * @unverified the rule: by the word in the reason's id
 */
export function typesOfReason(reason: string | undefined): string[] {
  return ['Promotion', 'Transfer', 'Demotion', 'Lateral Move'].filter((type) =>
    reason?.toLowerCase().includes(type.toLowerCase().replace(' ', '_').slice(0, 6)),
  )
}

function willBeActive(world: WorkdayWorld, worker: WorkerRow): boolean {
  return worker.employment.some(
    ({ rescinded, effective, value }) => rescinded === undefined && value.active && effective > world.today(),
  )
}
