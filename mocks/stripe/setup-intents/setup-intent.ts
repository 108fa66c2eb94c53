import { lifecycle } from '../../../src/engine/kit.js'
import type { SetupIntent } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = SetupIntent['status']
type Action = 'update' | 'confirm' | 'cancel' | 'authenticate'

const OPEN: readonly Status[] = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** @source https://docs.stripe.com/payments/paymentintents/lifecycle (read 2026-11) */
export const setupIntentLifecycle = lifecycle<Status, Action>([...OPEN, 'processing', 'succeeded', 'canceled'], {
  update: { from: OPEN, to: ['requires_payment_method', 'requires_confirmation'] },
  confirm: { from: OPEN, to: ['requires_payment_method', 'requires_action', 'succeeded'] },
  authenticate: { from: ['requires_action'], to: ['requires_payment_method', 'succeeded'] },
  cancel: { from: OPEN, to: ['canceled'] },
})

/** @throws setup_intent_unexpected_state (400), with the SetupIntent in the error @unverified wording */
export function checkAllowed(intent: SetupIntent, action: Action): void {
  if (setupIntentLifecycle.allows(intent.status, action)) return
  const done = { update: 'updated', confirm: 'confirmed', cancel: 'canceled', authenticate: 'authenticated' }[action]
  const verb = action === 'cancel' ? 'cancel' : action
  throw invalidRequest(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be ${done}: ${setupIntentLifecycle.from(action).join(', ')}.`,
    { code: 'setup_intent_unexpected_state', fields: { setup_intent: intent } },
  )
}
