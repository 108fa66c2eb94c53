import { lifecycle, type VendorError } from '../../../src/engine/kit.js'
import type { PaymentIntent } from '../api.js'
import { invalidRequest } from '../errors.js'

export type Status = PaymentIntent['status']
export type Action =
  | 'update'
  | 'confirm'
  | 'capture'
  | 'increment'
  | 'cancel'
  | 'authenticate'
  | 'verify'
  | 'settle'
  | 'apply'
  | 'fund'

const STATUSES: readonly Status[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
]

/** @source https://docs.stripe.com/payments/paymentintents/lifecycle (read 2026-11) */
export const paymentIntentLifecycle = lifecycle<Status, Action>(STATUSES, {
  update: {
    from: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
    to: ['requires_payment_method', 'requires_confirmation'],
  },
  confirm: {
    from: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
    to: ['requires_payment_method', 'requires_action', 'processing', 'requires_capture', 'succeeded'],
  },
  authenticate: {
    from: ['requires_action'],
    to: ['requires_payment_method', 'requires_confirmation', 'requires_capture', 'succeeded'],
  },
  /** Small deposits prove a bank account. */
  verify: { from: ['requires_action'], to: ['requires_action', 'requires_payment_method', 'processing'] },
  /** A bank debit has come to its end. */
  settle: { from: ['processing'], to: ['requires_payment_method', 'succeeded'] },
  /** A customer's cash balance is used by hand. @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05) */
  apply: { from: ['requires_payment_method', 'requires_action'], to: ['requires_action', 'succeeded'] },
  /** A bank transfer has come in. */
  fund: { from: ['requires_action'], to: ['requires_action', 'succeeded'] },
  capture: { from: ['requires_capture'], to: ['succeeded'] },
  increment: { from: ['requires_capture'], to: ['requires_capture'] },
  cancel: {
    from: ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action', 'processing'],
    to: ['canceled'],
  },
})

/**
 * @throws payment_intent_unexpected_state (400), with the PaymentIntent in the error
 * @source those on capture, cancel and update as measured by others at 2026-08-26.dahlia (2026-09); that on a payment which has succeeded as seen in issues;
 * @unverified the others, which are from memory
 */
export function checkAllowed(intent: PaymentIntent, action: Action, param = 'amount'): void {
  if (paymentIntentLifecycle.allows(intent.status, action)) return
  throw unexpectedState(intent, messageFor(intent, action, param))
}

export function unexpectedState(intent: PaymentIntent, message: string): VendorError {
  return invalidRequest(message, { code: 'payment_intent_unexpected_state', fields: { payment_intent: intent } })
}

/** As Stripe lists them; two are no statuses of this API. */
const CANCELABLE =
  'requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, expired, processing'

function messageFor({ status, capture_method: method }: PaymentIntent, action: Action, param: string): string {
  const allowed = paymentIntentLifecycle.from(action).join(', ')
  switch (action) {
    case 'cancel':
      return `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE}.`
    case 'capture':
      if (status === 'succeeded' && method !== 'manual')
        return 'This PaymentIntent could not be captured because it has already been captured.'
      if (status === 'succeeded')
        return 'The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released.'
      return `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: ${allowed}.`
    case 'confirm':
      return status === 'succeeded'
        ? `You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.`
        : `You cannot confirm this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${allowed}.`
    case 'verify':
      return `You cannot verify this PaymentIntent's microdeposits because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be verified: ${allowed}.`
    case 'apply':
      return `You cannot apply a customer's balance to this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be paid from it: ${allowed}.`
    case 'increment':
      return `This PaymentIntent's amount could not be incremented because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be incremented: ${allowed}.`
    default:
      return `This PaymentIntent's ${param} could not be updated because it has a status of ${status}. You may only update the ${param} of a PaymentIntent with one of the following statuses: ${allowed}.`
  }
}
