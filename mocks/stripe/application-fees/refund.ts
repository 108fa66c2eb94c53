import type { ApplicationFee, FeeRefund, Metadata } from '../api.js'
import { book } from '../balance/book.js'
import type { StripeWorld } from '../world.js'

/**
 * Gives a fee back to the connected account.
 * @emits application_fee.refunded
 * @source https://docs.stripe.com/api/fee_refunds/create (read 2026-11-24); @unverified how the connected account's own transaction is called
 */
export function refundFee(platform: StripeWorld, fee: ApplicationFee, amount: number, metadata: Metadata): FeeRefund {
  const id = platform.id('fr')
  const { currency } = fee
  const transaction = book(platform, {
    amount: -amount,
    currency,
    type: 'application_fee_refund',
    category: 'platform_earning_refund',
    source: id,
    description: 'Application fee refund',
  })
  book(platform.of(fee.account as string), {
    amount,
    currency,
    type: 'adjustment',
    category: 'fee',
    source: id,
    description: 'Application fee refund',
  })
  const refund = platform.feeRefunds.insert({
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: transaction.id,
    created: platform.now(),
    currency,
    fee: fee.id,
    metadata,
  })
  const total = fee.amount_refunded + amount
  const { data, has_more: more } = fee.refunds
  const updated = platform.applicationFees.update(fee.id, {
    amount_refunded: total,
    refunded: total >= fee.amount,
    refunds: { ...fee.refunds, data: [refund, ...data].slice(0, 10), has_more: more || data.length >= 10 },
  })
  platform.emit('application_fee.refunded', updated, fee)
  return refund
}

/** The part of a charge's fee that goes back with a part of the charge: `part` of `whole`, in minor units. */
export function refundFeeOf(platform: StripeWorld, charge: string, part: number, whole: number): void {
  const { applicationFees: fees } = platform
  const fee = fees.where('charge', charge).at(-1) ?? fees.where('originating_transaction', charge).at(-1)
  if (!fee) return
  const amount = Math.min(fee.amount - fee.amount_refunded, Math.round((fee.amount * part) / whole))
  if (amount > 0) refundFee(platform, fee, amount, {})
}
