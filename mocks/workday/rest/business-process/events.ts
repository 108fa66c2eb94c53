import type { Behaviour } from '../../../../src/engine/kit.js'
import { type OperationKey, operation } from '../../api.js'
import type { EventRow } from '../../business-process/event.js'
import { notFound } from '../../errors.js'
import { dayOf } from '../../history/dates.js'
import { resolve } from '../../references.js'
import type { WorkerRow } from '../../rows/worker.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, textIn, textsIn } from '../body.js'
import { type Asked, collection, ownerOf, pageIn } from '../collection.js'
import { statusReference } from '../staged/submit.js'
import { accountReference, processReference, renderEvent, renderStep, type StepOf, stepsOf } from './render.js'

export const BUSINESS_PROCESS = '/ccx/api/businessProcess/v1/{tenant}'

/** Without a worker, or with one that there is not, nothing is told. @source facts A4 (read 2026-11-23) */
function eventsOf(world: WorkdayWorld, { query }: Asked): readonly EventRow[] {
  const worker = resolve<WorkerRow>(world, 'worker', textIn(query, 'worker') ?? '')
  if (!worker) return []
  return world.events.where('worker', worker.id).filter((event) => isSubmitted(event) && fits(event, query))
}

/** What was begun and not submitted is seen by nobody else. */
export function isSubmitted({ status, steps }: EventRow): boolean {
  return status !== 'initiated' || steps.length > 0
}

function fits(event: EventRow, query: Fields): boolean {
  const among = (name: string, { id, descriptor }: { id: string; descriptor: string }): boolean => {
    const wanted = textsIn(query, name)
    return wanted.length === 0 || wanted.includes(id) || wanted.includes(descriptor)
  }
  return (
    among('status', statusReference(event)) &&
    among('businessProcess', processReference(event.process)) &&
    among('initiator', accountReference(event.initiator)) &&
    isWithin(query, 'initiated', event.initiated) &&
    isWithin(query, 'completed', event.completed)
  )
}

/** Whether a moment lies between two days of a query: `createdOnOrAfter`, `createdOnOrBefore`. */
export function isWithin(query: Fields, name: string, moment: number | undefined): boolean {
  const [from, to] = [textIn(query, `${name}OnOrAfter`), textIn(query, `${name}OnOrBefore`)]
  if (from === undefined && to === undefined) return true
  if (moment === undefined) return false
  const day = dayOf(moment)
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

function eventAsked(world: WorkdayWorld, { params }: Pick<Asked, 'params'>): EventRow {
  const event = world.events.find(ownerOf(params))
  if (!event || !isSubmitted(event)) throw notFound()
  return event
}

function stepList(key: OperationKey, belongs: (step: StepOf) => boolean): Behaviour {
  return operation(key, (asked, world) =>
    pageIn(asked.query, stepsOf(eventAsked(world, asked)).filter(belongs), (step) => renderStep(world, step)),
  )
}

const ONE = `${BUSINESS_PROCESS}/events/{id}`

/** Kinds of process of this tenant. @unverified which further ones count */
const TYPES = [
  'Hire Employee',
  'Change Job',
  'Change Organization Assignments for Worker',
  'Terminate Employee',
  'Title Change',
  'Work Contact Change',
  'Home Contact Change',
  'Request Time Off',
].map((name) => ({ id: valueWid('Business_Process_Type', name), descriptor: name }))

/** Events and their steps. No attachments are kept. @source facts A4 (read 2026-11-23) */
export const eventBehaviours: readonly Behaviour[] = [
  ...collection<EventRow>({
    list: `GET ${BUSINESS_PROCESS}/events`,
    one: `GET ${ONE}`,
    all: eventsOf,
    idOf: ({ id }) => id,
    find: (world, _, asked) => eventAsked(world, asked),
    render: renderEvent,
  }),
  stepList(`GET ${ONE}/inProgressSteps`, ({ step }) => step.status === 'awaiting'),
  stepList(`GET ${ONE}/completedSteps`, ({ step }) => step.status !== 'awaiting'),
  // One approval ends a process here: nothing remains after the step that is in progress.
  stepList(`GET ${ONE}/remainingSteps`, () => false),
  operation(`GET ${ONE}/comments`, (asked, world) =>
    pageIn(asked.query, eventAsked(world, asked).comments, ({ text, at, by }) => ({
      comment: text,
      commentDate: dayOf(at),
      person: accountReference(by),
    })),
  ),
  operation(`GET ${ONE}/attachments`, (asked, world) => {
    eventAsked(world, asked)
    return { total: 0, data: [] }
  }),
  ...collection({
    list: `GET ${BUSINESS_PROCESS}/types`,
    one: `GET ${BUSINESS_PROCESS}/types/{id}`,
    all: () => TYPES,
    idOf: ({ id }) => id,
    render: (_, type) => type,
  }),
  operation(`GET ${BUSINESS_PROCESS}/types/{id}/attachmentCategories`, ({ params }) => {
    if (!TYPES.some(({ id }) => id === params.id)) throw notFound()
    return { total: 0, data: [] }
  }),
]
