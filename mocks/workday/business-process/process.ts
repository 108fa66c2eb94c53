import type { Day } from '../history/dates.js'
import type { WorkdayWorld } from '../world.js'
import { applyChange } from './apply.js'
import type { Change } from './change.js'
import { type EventRow, eventLifecycle, isPending, type Step } from './event.js'

export interface Proposal {
  /** As its definition is called: `Change Job`. */
  readonly process: string
  readonly worker: string
  readonly person: string
  readonly effective: Day
  readonly change: Change
  /** User name. */
  readonly initiator: string
  readonly comment?: string
}

/** Begins an event that changes nothing until it is submitted. */
export function initiate(world: WorkdayWorld, proposal: Proposal): EventRow {
  const { comment, ...rest } = proposal
  const now = world.now()
  return world.events.insert({
    ...rest,
    id: world.newWid(),
    initiated: now,
    status: 'initiated',
    steps: [],
    comments: comment === undefined ? [] : [{ by: proposal.initiator, at: now, text: comment }],
  })
}

/** Sends an event on its way: to those who have to approve it, or straight to its end. */
export function submit(world: WorkdayWorld, event: EventRow, options: { readonly autoComplete: boolean }): EventRow {
  const now = world.now()
  const initiation: Step = {
    id: newStep(world, event),
    kind: 'initiation',
    status: 'completed',
    created: now,
    completed: now,
  }
  const approver = options.autoComplete || !world.approvals ? undefined : approverOf(world, event)
  if (approver === undefined) return complete(world, { ...event, steps: [...event.steps, initiation] })
  const approval: Step = {
    id: newStep(world, event),
    kind: 'approval',
    status: 'awaiting',
    created: now,
    assignee: approver,
  }
  return world.events.put({ ...event, status: 'in-progress', steps: [...event.steps, initiation, approval] })
}

function newStep(world: WorkdayWorld, event: EventRow): string {
  return world.steps.insert({ id: world.newWid(), event: event.id }).id
}

/** Ends an event with what it proposed. */
export function complete(world: WorkdayWorld, event: EventRow): EventRow {
  const done = world.events.put({ ...event, status: 'completed', completed: world.now() })
  applyChange(world, done)
  world.announce(done)
  return done
}

export type Decision = 'approve' | 'deny' | 'send-back'

const DECIDED = { approve: 'approved', deny: 'denied', 'send-back': 'sent-back' } as const

/** Decides a step that awaits somebody. The caller has checked that it does. */
export function decide(
  world: WorkdayWorld,
  event: EventRow,
  step: Step,
  decision: Decision,
  comment?: string,
): EventRow {
  const now = world.now()
  const steps = event.steps.map(
    (each): Step =>
      each.id === step.id
        ? { ...each, status: DECIDED[decision], completed: now, ...(comment !== undefined && { comment }) }
        : each,
  )
  const decided = { ...event, steps }
  if (decision === 'approve') return complete(world, decided)
  if (decision === 'deny') return world.events.put({ ...decided, status: 'denied', completed: now })
  // Whoever began it may mend it and submit it again.
  return world.events.put({ ...decided, status: 'initiated' })
}

/** The event of this worker that stands in the way of a new one of the same kind, if there is one. */
export function conflicting(
  world: WorkdayWorld,
  worker: string,
  kinds: readonly Change['kind'][],
): EventRow | undefined {
  return world.events.where('worker', worker).find((event) => isPending(event) && kinds.includes(event.change.kind))
}

/** Whether an action is allowed on an event now. */
export function mayDo(event: EventRow, action: Parameters<typeof eventLifecycle.allows>[1]): boolean {
  return eventLifecycle.allows(event.status, action)
}

/** The worker's manager, who has to approve. Nobody has to where there is none: the head of all decides alone. */
function approverOf(world: WorkdayWorld, event: EventRow): string | undefined {
  if (event.change.kind === 'change-contact' || event.change.kind === 'change-title') return undefined
  const organization = event.change.kind === 'hire' ? event.change.job.organization : undefined
  return organization === undefined ? world.managerOf(event.worker) : world.leaderOf(organization, event.worker)
}
