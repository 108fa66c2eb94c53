import type { CallFacts, DispatchOrigin } from '../../../src/engine/kit.js'
import { problem } from '../errors.js'
import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import type { Prior } from './look-up.js'

export type BatchStatus = 'pending' | 'preprocessing' | 'started' | 'finalizing' | 'finished'

export interface BatchOperation {
  readonly method: string
  readonly path: string
  readonly operation_id?: string | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly body?: string | undefined
  /** What was looked up for it before the batch began: whether an endpoint is there, content at a URL. */
  readonly prior?: Prior | undefined
}

/** Operations that are done one after the other, after the request that asked for them. */
export interface Batch extends ResourceRow {
  readonly status: BatchStatus
  readonly operations: readonly BatchOperation[]
  /** How many are done, and how many of them failed. */
  readonly done: number
  readonly errored: number
  readonly submitted: string
  readonly completed: string
  /** Who asked, and where. */
  readonly asked: DispatchOrigin
  readonly origin: string
  /** Signs links to the results. */
  readonly secret: string
}

export interface BatchAnswer {
  readonly status_code: number
  readonly operation_id: string | null
  /** JSON as text. */
  readonly response: string
}

/** Some of a batch's answers: one file of its results. */
export interface BatchResult extends ResourceRow {
  readonly answers: readonly BatchAnswer[]
}

export const OPEN: readonly BatchStatus[] = ['pending', 'preprocessing', 'started', 'finalizing']

/** @throws ResourceNotFound (404) */
export function findBatch(world: MailchimpWorld, id: string): Batch {
  const batch = world.batches.find(id)
  if (!batch) throw problem('ResourceNotFound')
  return batch
}

export function originOf(call: CallFacts): DispatchOrigin {
  const { protocol, host } = new URL(call.origin)
  return {
    requestId: call.requestId,
    host: call.host,
    secure: protocol === 'https:',
    authority: host,
    caller: call.caller,
  }
}
