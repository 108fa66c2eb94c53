import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { shown, symbol } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { htmlPage } from './html.js'

/**
 * What a charge's receipt_url leads to.
 * @throws resource_missing (404)  @source https://docs.stripe.com/receipts (from memory); @unverified that it looks like Stripe's own
 */
export const showReceipt = page('GET /receipts/payment/{account}/{charge}', ({ params }, world: StripeWorld) => {
  const charge = world.of(params.account ?? '').charges.get(params.charge ?? '', 'charge')
  const amount = `${symbol(charge.currency)}${shown(charge.amount, charge.currency)} ${charge.currency.toUpperCase()}`
  const { card } = charge.payment_method_details ?? {}
  const rows = {
    Amount: amount,
    Paid: new Date(charge.created * 1000).toUTCString(),
    Card: `${card?.brand ?? 'card'} ending in ${card?.last4 ?? '????'}`,
    For: charge.description ?? charge.id,
  }
  const list = Object.entries(rows).map(([name, value]) => `<dt>${name}</dt><dd>${escapeMarkup(value)}</dd>`)
  return htmlPage('Receipt', `<dl>${list.join('')}</dl>`)
})
