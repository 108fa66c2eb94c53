import type { Behaviour, CallFacts } from '../../../../src/engine/kit.js'
import { operation } from '../../api.js'
import { callerOf } from '../../auth.js'
import type { EventRow } from '../../business-process/event.js'
import { type Decision, decide } from '../../business-process/process.js'
import { notFound } from '../../errors.js'
import type { WorkdayWorld } from '../../world.js'
import { fieldsOf, idIn, textIn, textsIn } from '../body.js'
import { type Asked, collection, ownerOf, pageIn } from '../collection.js'
import { refuse } from '../complaints.js'
import { statusReference } from '../staged/submit.js'
import { BUSINESS_PROCESS, isWithin } from './events.js'
import { accountReference, processReference, renderStep, type StepOf, stepsOf } from './render.js'

function stepNamed(world: WorkdayWorld, id: string): StepOf | undefined {
  const event = world.events.find(world.steps.find(id)?.event ?? '')
  return event && stepsOf(event).find(({ step }) => step.id === id)
}

function stepAsked(world: WorkdayWorld, { params }: Pick<Asked, 'params'>): StepOf {
  const found = stepNamed(world, ownerOf(params))
  if (!found) throw notFound()
  return found
}

/**
 * Whether the caller may act on a step that awaits somebody: that somebody's own account, or an integration's, which acts for all.
 * @unverified that an integration system user may, where its groups are granted the policy
 */
function mayAct(world: WorkdayWorld, { step }: StepOf, call: CallFacts): boolean {
  const { user } = callerOf(call)
  const account = world.security.accounts.find(user)
  const assignee = step.assignee === undefined ? undefined : world.workers.find(step.assignee)
  return step.status === 'awaiting' && (account?.kind === 'integration' || assignee?.userName === user)
}

function decided(
  world: WorkdayWorld,
  asked: Pick<Asked, 'params' | 'call'>,
  decision: Decision,
  comment: string | undefined,
): EventRow {
  const found = stepAsked(world, asked)
  if (found.step.kind !== 'approval')
    throw refuse(decision === 'approve' ? 'A190' : decision === 'deny' ? 'A183' : 'A227')
  if (!mayAct(world, found, asked.call)) throw refuse('A212')
  return decide(world, found.event, found.step, decision, comment)
}

/** Steps of all events that may be looked at. @source facts A4 (read 2026-11-23) */
const steps = collection<StepOf>({
  list: `GET ${BUSINESS_PROCESS}/eventSteps`,
  one: `GET ${BUSINESS_PROCESS}/eventSteps/{id}`,
  all: (world, { query }) =>
    world.events
      .all()
      .flatMap(stepsOf)
      .filter(({ event, step }) => {
        const wanted = textsIn(query, 'businessProcess')
        const { id, descriptor } = processReference(event.process)
        const ofProcess = wanted.length === 0 || wanted.includes(id) || wanted.includes(descriptor)
        return ofProcess && isWithin(query, 'created', step.created) && isWithin(query, 'dueDate', undefined)
      }),
  idOf: ({ step }) => step.id,
  find: (world, id) => stepNamed(world, id),
  render: renderStep,
})

/** Approves a step, and with it the event. @throws A190 for a step that is none of approval, A212 @source facts A3, A4 */
const approve = operation(`POST ${BUSINESS_PROCESS}/eventSteps/{id}/approve`, (asked, world) => {
  const comment = textIn(fieldsOf(asked.body), 'comment')
  const event = decided(world, asked, 'approve', comment)
  return { id: ownerOf(asked.params), ...(comment !== undefined && { comment }), eventStatus: statusReference(event) }
})

/** Denies a step, and ends its event. @throws A181 without a comment, A183, A212 @source facts A3, A4 (read 2026-11-23) */
const deny = operation(`POST ${BUSINESS_PROCESS}/eventSteps/{id}/deny`, (asked, world) => {
  const comment = textIn(fieldsOf(asked.body), 'comment')
  if (comment === undefined) throw refuse('A181', 'comment')
  const event = decided(world, asked, 'deny', comment)
  return { id: ownerOf(asked.params), comment, eventStatus: statusReference(event) }
})

/**
 * Sends a step back to whoever began the event, who may mend and submit it again.
 * @throws A202 for anybody else, A227 from a step that is none of approval, A212 @source facts A3, A4 (read 2026-11-23)
 */
const sendBack = operation(`POST ${BUSINESS_PROCESS}/eventSteps/{id}/sendBack`, (asked, world) => {
  const body = fieldsOf(asked.body)
  const { event } = stepAsked(world, asked)
  const to = accountReference(event.initiator)
  if (idIn(body, 'to') !== to.id) throw refuse('A202', 'to')
  const reason = textIn(body, 'reason')
  const sent = decided(world, asked, 'send-back', reason)
  return { id: ownerOf(asked.params), reason, to, status: statusReference(sent) }
})

/** To whom a step can be sent back. @source facts A4 (read 2026-11-23) */
const sendBackTo = operation(`GET ${BUSINESS_PROCESS}/values/sendBack/to`, ({ query }, world) => {
  const found = stepNamed(world, textIn(query, 'eventStep') ?? '')
  return pageIn(query, found ? [accountReference(found.event.initiator)] : [], (reference) => reference)
})

export const eventStepBehaviours: readonly Behaviour[] = [...steps, approve, deny, sendBack, sendBackTo]
