import type { Behaviour } from '../../../../../src/engine/kit.js'
import { operation } from '../../../api.js'
import { callerOf } from '../../../auth.js'
import type { EventRow } from '../../../business-process/event.js'
import { initiateChangeJob } from '../../../staffing/change-job.js'
import { hasPending } from '../../../staffing/conflicts.js'
import type { WorkdayWorld } from '../../../world.js'
import { fieldsOf, idIn, textIn } from '../../body.js'
import { asRest, invalidValue, refuse } from '../../complaints.js'
import { readSection } from '../../staged/sections.js'
import { keepSection, sectionsOf, stagedEvent } from '../../staged/staged.js'
import { eventName, renderSubmitted, submitStaged } from '../../staged/submit.js'
import { workerAsked } from '../../worker-named.js'
import { STAFFING } from '../base.js'
import { createsPosition, JOB_CHANGE, jobOf } from './job-change.js'
import { jobChangeSections, START_FIELDS } from './sections.js'

/**
 * Begins a change of a worker's job. It does not persist until it is submitted.
 * @throws A390 for oneself, A391, A411, A422, A428 @source facts A4 (read 2026-11-23)
 */
const initiateJobChange = operation(`POST ${STAFFING}/workers/{ID}/jobChanges`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const initiator = callerOf(asked.call).user
  if (worker.userName === initiator) throw refuse('A390')
  const start = readSection(world, START_FIELDS, fieldsOf(asked.body))
  const position = idIn(start, 'job')
  const effective = textIn(start, 'date')
  if (effective === undefined) throw invalidValue('date')
  const job = jobOf({ startDetails: start })
  const event = asRest(() =>
    initiateChangeJob(world, {
      worker,
      effective,
      job,
      initiator,
      ...(position !== undefined && { position }),
      ...(job.reason !== undefined && { reason: job.reason }),
    }),
  )
  keepSection(world, event, 'startDetails', start)
  return { ...start, id: event.id, descriptor: eventName(world, event) }
})

/** A change of job. @throws 404 @source facts A8 (read 2026-11-23) */
const retrieveJobChange = operation(`GET ${STAFFING}/jobChanges/{ID}`, (asked, world) => {
  const event = stagedEvent(world, asked, 'change-job')
  return { id: event.id, descriptor: eventName(world, event) }
})

/** Submits it: to the manager for approval, unless the tenant asks for none. @throws A178, A219, A384 @source facts A4 */
const submitJobChange = operation(`POST ${STAFFING}/jobChanges/{ID}/submit`, (asked, world) => {
  const event = stagedEvent(world, asked, 'change-job')
  if (event.status === 'initiated' && hasPending(world, event.worker)) throw refuse('A384')
  return renderSubmitted(world, submitStaged(world, withPosition(world, event), asked.body))
})

/** The event with what its sections say now, and the position that is to be made for it. */
function withPosition(world: WorkdayWorld, event: EventRow): EventRow {
  if (event.status !== 'initiated') return event
  const sections = sectionsOf(world, event)
  const rebuilt = JOB_CHANGE.rebuild(world, event, sections)
  if (!createsPosition(sections) || rebuilt.change.kind !== 'change-job') return rebuilt
  const { change } = rebuilt
  const worker = world.worker(event.worker)
  const present = world.primaryJob(worker)
  const position = world.positions.insert({
    id: world.newWid(),
    reference: `P-${String(world.nextNumber('position', 1)).padStart(5, '0')}`,
    title: change.job.businessTitle ?? present?.businessTitle ?? '',
    organization: change.job.organization ?? present?.organization ?? '',
    closed: false,
  })
  return { ...rebuilt, change: { ...change, job: { ...change.job, position: position.id } } }
}

export const jobChangeBehaviours: readonly Behaviour[] = [
  initiateJobChange,
  retrieveJobChange,
  submitJobChange,
  ...jobChangeSections,
]
