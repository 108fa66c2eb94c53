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

const DONE = { update: 'updated', confirm: 'confirmed', cancel: 'canceled' } as const
/** The open ones, as Stripe writes a list. */
const LISTED = '`requires_payment_method`, `requires_confirmation`, or `requires_action`'

/**
 * @throws setup_intent_unexpected_state, intent_invalid_state (400)
 * @source as measured by others at 2026-08-26.dahlia (2026-09); @unverified updating one that is canceled, and one that is processing
 */
export function checkAllowed(intent: SetupIntent, action: Action): void {
  const { status } = intent
  if (setupIntentLifecycle.allows(status, action)) return
  if (action === 'verify' || action === 'authenticate') {
    throw invalidRequest(
      `This SetupIntent cannot be actioned on because it has a status of ${status}. Only a SetupIntent with one of the following statuses may be actioned on: ["requires_action"].`,
      { code: 'intent_invalid_state', fields: { setup_intent: intent } },
    )
  }
  throw unexpectedState(intent, `You cannot ${action} this SetupIntent because it ${whyNot(status, action)}.`)
}

function whyNot(status: Status, action: 'update' | 'confirm' | 'cancel'): string {
  if (status === 'canceled') return action === 'cancel' ? 'is already canceled' : 'has been canceled'
  if (status === 'succeeded' && action !== 'cancel') return 'has already succeeded'
  return `has a status of ${status}. Only a SetupIntent with one of the following statuses may be ${DONE[action]}: ${LISTED}`
}

/** The error has the SetupIntent in it. */
export function unexpectedState(intent: SetupIntent, message: string): VendorError {
  return invalidRequest(message, { code: 'setup_intent_unexpected_state', fields: { setup_intent: intent } })
}
