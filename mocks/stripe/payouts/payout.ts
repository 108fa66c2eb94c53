import { lifecycle } from '../../../src/engine/kit.js'
import type { Metadata, Payout } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type Status = 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
export type Action = 'update' | 'cancel' | 'send' | 'arrive' | 'fail' | 'reverse'

const STATUSES: readonly Status[] = ['pending', 'in_transit', 'paid', 'failed', 'canceled']

/** `send`, `arrive` and `fail` are the banks'. @source https://docs.stripe.com/api/payouts/object#payout_object-status (read 2026-11-24) */
export const payoutLifecycle = lifecycle<Status, Action>(STATUSES, {
  update: { from: STATUSES, to: STATUSES },
  cancel: { from: ['pending'], to: ['canceled'] },
  send: { from: ['pending'], to: ['in_transit'] },
  arrive: { from: ['in_transit'], to: ['paid'] },
  fail: { from: ['in_transit'], to: ['failed'] },
  reverse: { from: ['paid'], to: ['paid'] },
})

export function statusOf({ status }: Payout): Status {
  return status as Status
}

/** @throws a payout in another state (400) @unverified wording */
export function checkAllowed(payout: Payout, action: 'cancel' | 'reverse'): void {
  if (payoutLifecycle.allows(statusOf(payout), action)) return
  const done = action === 'cancel' ? 'canceled' : 'reversed'
  throw invalidRequest(
    `Payouts can only be ${done} while they are ${payoutLifecycle.from(action).join(' or ')}. This payout has a status of ${payout.status}.`,
  )
}

export interface PayoutOrder {
  readonly amount: number
  readonly currency: string
  readonly destination: string
  readonly type: Payout['type']
  readonly automatic: boolean
  /** Unix seconds. */
  readonly arrival: number
  readonly description: string | null
  readonly metadata: Metadata
  readonly method: 'standard' | 'instant'
  readonly statementDescriptor: string | null
  readonly original: string | null
}

export function newPayout(world: StripeWorld, order: PayoutOrder): Payout {
  return {
    id: world.id('po'),
    object: 'payout',
    amount: order.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: order.arrival,
    automatic: order.automatic,
    balance_transaction: null,
    created: world.now(),
    currency: order.currency,
    description: order.description,
    destination: order.destination,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: order.metadata,
    method: order.method,
    original_payout: order.original,
    payout_method: null,
    reconciliation_status: order.automatic ? 'in_progress' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: order.statementDescriptor,
    status: 'pending',
    trace_id: null,
    type: order.type,
  }
}
