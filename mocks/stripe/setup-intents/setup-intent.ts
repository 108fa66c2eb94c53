import { lifecycle, type VendorError } from '../../../src/engine/kit.js'
import type { SetupIntent } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = SetupIntent['status']
type Action = 'update' | 'confirm' | 'cancel' | 'authenticate' | 'verify'

const OPEN: readonly Status[] = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** @source https://docs.stripe.com/payments/paymentintents/lifecycle (read 2026-11) */
export const setupIntentLifecycle = lifecycle<Status, Action>([...OPEN, 'processing', 'succeeded', 'canceled'], {
  update: { from: OPEN, to: ['requires_payment_method', 'requires_confirmation'] },
  confirm: { from: OPEN, to: ['requires_payment_method', 'requires_action', 'succeeded'] },
  /** Small deposits prove a bank account. */
  verify: { from: ['requires_action'], to: ['requires_action', 'requires_payment_method', 'succeeded'] },
  authenticate: { from: ['requires_action'], to: ['requires_payment_method', 'succeeded'] },
  cancel: { from: OPEN, to: ['canceled'] },
})

const DONE: Readonly<Record<Action, string>> = {
  update: 'updated',
  confirm: 'confirmed',
  cancel: 'canceled',
  authenticate: 'authenticated',
  verify: 'verified',
}

/** @throws setup_intent_unexpected_state (400) @unverified wording */
export function checkAllowed(intent: SetupIntent, action: Action): void {
  if (setupIntentLifecycle.allows(intent.status, action)) return
  throw unexpectedState(
    intent,
    `You cannot ${action} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be ${DONE[action]}: ${setupIntentLifecycle.from(action).join(', ')}.`,
  )
}

/** The error has the SetupIntent in it. */
export function unexpectedState(intent: SetupIntent, message: string): VendorError {
  return invalidRequest(message, { code: 'setup_intent_unexpected_state', fields: { setup_intent: intent } })
}
