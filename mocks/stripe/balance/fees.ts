import type { BalanceTransaction } from '../api.js'
import type { StripeWorld } from '../world.js'

/**
 * What Stripe takes, by the names of `settings.stripe.fees`: percent of the amount, and minor units of any currency.
 * @unverified the figures: list prices of an account in the United States; a dispute's fee in other currencies
 */
const FEES = {
  cardPercent: 2.9,
  cardFixed: 30,
  cardPresentPercent: 2.7,
  cardPresentFixed: 5,
  usBankAccountPercent: 0.8,
  usBankAccountMost: 500,
  bankTransferPercent: 0.5,
  bankTransferMost: 500,
  sepaDebitPercent: 0.8,
  sepaDebitFixed: 30,
  sepaDebitMost: 600,
  dispute: 1500,
}
type Name = keyof typeof FEES
export const FEE_NAMES: readonly string[] = Object.keys(FEES)

export type FeeDetail = BalanceTransaction['fee_details'][number]

/** What `settings.stripe.fees` says, or what the list does. */
export function feeOf(world: StripeWorld, name: Name): number {
  const set = (world.setting('fees') as Partial<Record<Name, unknown>> | undefined)?.[name]
  return typeof set === 'number' ? set : FEES[name]
}

/** Stripe's fee for a payment in minor units; never more than the payment. */
export function paymentFee(world: StripeWorld, amount: number, type: string): number {
  const percent = (name: Name) => Math.round((amount * feeOf(world, name)) / 100)
  switch (type) {
    case 'us_bank_account':
      return Math.min(percent('usBankAccountPercent'), feeOf(world, 'usBankAccountMost'), amount)
    case 'customer_balance':
      return Math.min(percent('bankTransferPercent'), feeOf(world, 'bankTransferMost'), amount)
    case 'sepa_debit':
      return Math.min(
        percent('sepaDebitPercent') + feeOf(world, 'sepaDebitFixed'),
        feeOf(world, 'sepaDebitMost'),
        amount,
      )
    case 'card_present':
      return Math.min(percent('cardPresentPercent') + feeOf(world, 'cardPresentFixed'), amount)
    default:
      return Math.min(percent('cardPercent') + feeOf(world, 'cardFixed'), amount)
  }
}

export function stripeFee(amount: number, currency: string): FeeDetail {
  return { amount, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }
}

export function applicationFeeDetail(amount: number, currency: string, application: string): FeeDetail {
  return { amount, application, currency, description: 'Application fee', type: 'application_fee' }
}
