import type { Behaviour } from '../../../../../src/engine/kit.js'
import { operation } from '../../../api.js'
import { callerOf } from '../../../auth.js'
import type { WorkerRow } from '../../../rows/worker.js'
import { initiateChangeAssignments } from '../../../staffing/change-assignments.js'
import type { WorkdayWorld } from '../../../world.js'
import { type Fields, fieldsOf, idIn, textIn } from '../../body.js'
import type { Asked } from '../../collection.js'
import { asRest, invalidValue, refuse } from '../../complaints.js'
import { readSection } from '../../staged/sections.js'
import { keepSection, sectionsOf, stagedEvent } from '../../staged/staged.js'
import { eventName, renderSubmitted, submitStaged } from '../../staged/submit.js'
import { workerAsked } from '../../worker-named.js'
import { STAFFING } from '../base.js'
import { ASSIGNMENT_CHANGE, assignmentSections, START_FIELDS } from './sections.js'

const BASE = `${STAFFING}/organizationAssignmentChanges`

/**
 * Begins a change of the organizations of a worker, named in the path or by the position.
 * @throws A398 for a worker with several positions where none is named, A411, A389, A394, A420 @source facts A4
 */
const initiateOfWorker = operation(`POST ${STAFFING}/workers/{ID}/organizationAssignmentChanges`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const start = readSection(world, START_FIELDS, fieldsOf(asked.body))
  const held = world.jobsOf(worker).map(({ job }) => job.position)
  const position = idIn(start, 'position')
  if (position === undefined && held.length > 1) throw refuse('A398', 'position')
  if (position !== undefined && !held.includes(position)) throw refuse('A411', 'position')
  return begin(world, asked, worker, start)
})

/** The same, for whoever holds the position. @throws A411 for one that nobody holds @source facts A4 (read 2026-11-23) */
const initiateOfPosition = operation(`POST ${BASE}`, (asked, world) => {
  const start = readSection(world, START_FIELDS, fieldsOf(asked.body))
  const held = world.currentJob(idIn(start, 'position') ?? '')
  if (!held) throw refuse('A411', 'position')
  return begin(world, asked, held.worker, start)
})

function begin(world: WorkdayWorld, { call }: Pick<Asked, 'call'>, worker: WorkerRow, start: Fields) {
  const effective = textIn(start, 'date')
  if (effective === undefined) throw invalidValue('date')
  const event = asRest(() =>
    initiateChangeAssignments(world, { worker, effective, assignments: {}, initiator: callerOf(call).user }),
  )
  keepSection(world, event, 'startDetails', start)
  return { ...start, id: event.id, descriptor: eventName(world, event) }
}

/** @throws 404 @source facts A8 (read 2026-11-23) */
const retrieve = operation(`GET ${BASE}/{ID}`, (asked, world) => {
  const event = stagedEvent(world, asked, 'change-assignments')
  return { id: event.id, descriptor: eventName(world, event) }
})

/** Submits it. @throws A178, A219 @source facts A4 (read 2026-11-23) */
const submit = operation(`POST ${BASE}/{ID}/submit`, (asked, world) => {
  const event = stagedEvent(world, asked, 'change-assignments')
  const ready = event.status === 'initiated' ? ASSIGNMENT_CHANGE.rebuild(world, event, sectionsOf(world, event)) : event
  return renderSubmitted(world, submitStaged(world, ready, asked.body))
})

export const assignmentChangeBehaviours: readonly Behaviour[] = [
  initiateOfWorker,
  initiateOfPosition,
  retrieve,
  submit,
  ...assignmentSections,
]
