import type { EventRow } from '../business-process/event.js'
import { initiate, submit } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import type { WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complain } from './complaint.js'
import { hasLater, hasPending } from './conflicts.js'

export interface TerminateRequest {
  readonly worker: WorkerRow
  readonly terminationDate: Day
  readonly lastDayOfWork?: Day
  readonly reason?: string
  readonly initiator: string
  readonly autoComplete: boolean
  readonly comment?: string
}

/** Ends a worker's employment with a day: on that day still active, on the next one not. @throws StaffingError */
export function terminateWorker(world: WorkdayWorld, request: TerminateRequest): EventRow {
  const { worker, terminationDate, lastDayOfWork = terminationDate, reason, initiator, comment, autoComplete } = request
  const asOf = { effective: terminationDate, entered: world.now() }
  if (!world.isActive(worker, asOf)) throw complain('terminated')
  if (lastDayOfWork > terminationDate) throw complain('lastDayLater')
  if (hasPending(world, worker.id)) throw complain('pendingTermination')
  if (hasLater(world, worker, terminationDate)) throw complain('futureActions')
  if (world.jobsOf(worker, asOf).length > 1) throw complain('additionalJobs')
  const contingent = worker.kind === 'contingent'
  const why = reason === undefined ? {} : { reason }
  const change = { kind: 'terminate', contingent, terminationDate, lastDayOfWork, ...why } as const
  const proposal = {
    process: contingent ? 'End Contingent Worker Contract' : 'Terminate Employee',
    worker: worker.id,
    person: worker.person,
    effective: terminationDate,
    change,
    initiator,
  }
  return submit(world, initiate(world, { ...proposal, ...(comment !== undefined && { comment }) }), { autoComplete })
}
