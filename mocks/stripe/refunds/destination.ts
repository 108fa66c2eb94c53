import type { Charge, Refund } from '../api.js'
import { transferTypeOf } from '../cash-balance/transfer-types.js'
import { isCard } from '../charges/settle.js'
import type { StripeWorld } from '../world.js'

/** Seconds for which a customer may say where the money goes. @source https://docs.stripe.com/payments/customer-balance/refunding (as captured 2026-05): 45 days */
export const CLAIMED_WITHIN = 45 * 24 * 60 * 60

type Destination = Pick<Refund, 'destination_details' | 'instructions_email' | 'next_action'>

/**
 * Where the money of a refund goes. That of a bank transfer goes to the customer's cash balance, or with `instructions_email` to a bank account
 * that the customer is asked for.
 * @source https://docs.stripe.com/payments/customer-balance/refunding (as captured 2026-05); @unverified that without `instructions_email` it goes to
 * the cash balance even where the customer has an address
 */
export function destinationOf(world: StripeWorld, charge: Charge, email: string | undefined): Destination {
  const type = charge.payment_method_details?.type ?? 'card'
  if (isCard(type)) {
    const card = { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' as const }
    return { destination_details: { card, type: 'card' } }
  }
  if (type !== 'customer_balance') return { destination_details: { type } }
  if (email === undefined) {
    return { destination_details: { customer_cash_balance: {}, type: 'customer_cash_balance' } }
  }
  return askedFor(world, charge.currency, email)
}

/** A bank account that the customer is asked for. */
export function askedFor(world: StripeWorld, currency: string, email: string): Destination {
  const now = world.now()
  const email_sent = { email_sent_at: now, email_sent_to: email }
  return {
    destination_details: { type: transferTypeOf(currency) },
    instructions_email: email,
    next_action: { display_details: { email_sent, expires_at: now + CLAIMED_WITHIN }, type: 'display_details' },
  }
}

export function goesToCashBalance({ destination_details: destination }: Refund): boolean {
  return destination?.type === 'customer_cash_balance'
}
