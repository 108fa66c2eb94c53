import type { ApplicationFee, Charge } from '../api.js'
import { book } from '../balance/book.js'
import type { StripeWorld } from '../world.js'

/**
 * Gives the platform its fee of a payment: of a charge in the connected account itself, or of one passed on to it.
 * @emits application_fee.created  @source https://docs.stripe.com/connect/direct-charges#collect-fees (read 2026-11)
 */
export function collectFee(
  platform: StripeWorld,
  account: string,
  charge: Pick<Charge, 'id' | 'currency'>,
  order: { readonly amount: number; readonly availableOn: number; readonly originating: string | null },
): ApplicationFee {
  const id = platform.id('fee')
  const { amount, availableOn, originating } = order
  const transaction = book(platform, {
    amount,
    currency: charge.currency,
    type: 'application_fee',
    category: 'platform_earning',
    source: id,
    description: 'Application fee',
    availableOn,
  })
  const fee = platform.applicationFees.insert({
    id,
    object: 'application_fee',
    account,
    amount,
    amount_refunded: 0,
    application: platform.application,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: platform.now(),
    currency: charge.currency,
    fee_source: { charge: charge.id, type: 'charge' },
    livemode: false,
    originating_transaction: originating,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  })
  platform.emit('application_fee.created', fee)
  return fee
}
