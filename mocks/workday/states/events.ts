import { SandboxError, type StateHandler } from '../../../src/engine/kit.js'
import { correct } from '../business-process/correct.js'
import type { EventRow } from '../business-process/event.js'
import { mayDo } from '../business-process/process.js'
import { rescind } from '../business-process/rescind.js'
import type { WorkdayWorld } from '../world.js'
import { dayNamed } from './days.js'

type Params = Readonly<Record<string, unknown>>

/** A completed event by its WID, or the last one of a worker by the worker's reference id. */
function completedEvent(world: WorkdayWorld, params: Params, action: 'rescind' | 'correct'): EventRow {
  const id = String(params.id ?? '')
  const [worker] = world.workers.where('reference', String(params.worker ?? ''))
  const event = world.events.find(id) ?? world.events.where('worker', worker?.id).filter(isDone).at(-1)
  if (event && mayDo(event, action)) return event
  throw new SandboxError(
    'SANDBOX_BAD_INPUT',
    `There is no completed event ${id || `of worker ${String(params.worker)}`} to ${action}.`,
    'Give the id of an event that is Successfully Completed, or the Employee ID of a worker who has one.',
  )
}

function isDone({ status }: EventRow): boolean {
  return status === 'completed'
}

/** No API rescinds or corrects: in a tenant the administrator does. @source facts part C (read 2026-11-24) */
const rescinded: StateHandler<WorkdayWorld> = {
  name: 'the event {id} is rescinded',
  setUp: (params, world) => ({ id: rescind(world, completedEvent(world, params, 'rescind')).id }),
}

const lastRescinded: StateHandler<WorkdayWorld> = {
  name: 'the last event of worker {worker} is rescinded',
  setUp: rescinded.setUp,
}

/** With another effective day, and for a change of job another business title. */
const corrected: StateHandler<WorkdayWorld> = {
  name: 'the event {id} is corrected',
  setUp: (params, world) => {
    const event = completedEvent(world, params, 'correct')
    const effective = dayNamed(world, params.effective, event.effective)
    return { id: correct(world, event, changeOf(event, params), effective).id }
  },
}

const lastCorrected: StateHandler<WorkdayWorld> = {
  name: 'the last event of worker {worker} is corrected',
  setUp: corrected.setUp,
}

function changeOf({ change }: EventRow, { businessTitle }: Params): EventRow['change'] {
  if (typeof businessTitle !== 'string') return change
  if (change.kind === 'change-job') return { ...change, job: { ...change.job, businessTitle } }
  if (change.kind === 'hire') return { ...change, job: { ...change.job, businessTitle } }
  return change.kind === 'change-title' ? { ...change, businessTitle } : change
}

export const eventStates: readonly StateHandler<WorkdayWorld>[] = [rescinded, lastRescinded, corrected, lastCorrected]
