import { lifecycle, type Row } from '../../../src/engine/kit.js'
import type { Day } from '../history/dates.js'
import type { Change } from './change.js'

/** The states of an event. `initiated`: begun through REST and not submitted, so nobody else sees it. */
export type EventStatus = 'initiated' | 'saved' | 'in-progress' | 'completed' | 'denied' | 'canceled' | 'rescinded'

/**
 * What may be done to an event. `completed` is told as Successfully Completed.
 * @source facts A4, part C (read 2026-11-23) @unverified that a step sent back leaves its event in progress
 */
export const eventLifecycle = lifecycle<
  EventStatus,
  'edit' | 'submit' | 'save' | 'approve' | 'deny' | 'send-back' | 'cancel' | 'rescind' | 'correct'
>(['initiated', 'saved', 'in-progress', 'completed', 'denied', 'canceled', 'rescinded'], {
  edit: { from: ['initiated'], to: ['initiated'] },
  submit: { from: ['initiated'], to: ['in-progress', 'completed'] },
  save: { from: ['initiated'], to: ['saved'] },
  approve: { from: ['in-progress'], to: ['in-progress', 'completed'] },
  deny: { from: ['in-progress'], to: ['denied'] },
  'send-back': { from: ['in-progress'], to: ['in-progress'] },
  cancel: { from: ['initiated', 'saved', 'in-progress'], to: ['canceled'] },
  rescind: { from: ['completed'], to: ['rescinded'] },
  correct: { from: ['completed'], to: ['completed'] },
})

/** How each state is told. */
export const STATUS_TEXT: Readonly<Record<EventStatus, string>> = {
  initiated: 'Not Submitted',
  saved: 'Saved for Later',
  'in-progress': 'In Progress',
  completed: 'Successfully Completed',
  denied: 'Denied',
  canceled: 'Canceled',
  rescinded: 'Rescinded',
}

/** One thing that somebody has to do, or has done, in an event. */
export interface Step {
  /** WID. */
  readonly id: string
  readonly kind: 'initiation' | 'approval'
  readonly status: 'awaiting' | 'completed' | 'approved' | 'denied' | 'sent-back'
  /** WID of the worker whose turn it is or was. */
  readonly assignee?: string
  /** Unix milliseconds. */
  readonly created: number
  readonly completed?: number
  readonly comment?: string
}

/** Finds the event of a step by the step's id. */
export interface StepRow extends Row {
  readonly event: string
}

/** A business process under way or over. */
export interface EventRow extends Row {
  readonly process: string
  /** WID. */
  readonly worker: string
  readonly person: string
  readonly effective: Day
  /** When it was initiated, Unix milliseconds. */
  readonly initiated: number
  readonly completed?: number
  /** User name. */
  readonly initiator: string
  readonly status: EventStatus
  readonly change: Change
  readonly steps: readonly Step[]
  readonly comments: readonly { readonly by: string; readonly at: number; readonly text: string }[]
}

/** Whether it stands in the way of another one of its kind. */
export function isPending(event: EventRow): boolean {
  return event.status === 'in-progress' || event.status === 'saved'
}
