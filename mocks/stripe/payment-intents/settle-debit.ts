import { settleCharge } from '../charges/settle.js'
import { chargeLifecycle, standingOf } from '../charges/standing.js'
import { moveMandate } from '../mandates/create.js'
import type { StripeWorld } from '../world.js'
import { failIntent } from './failure.js'
import { paymentIntentLifecycle } from './payment-intent.js'

/** The bank has answered. @emits charge.succeeded and payment_intent.succeeded, or charge.failed and payment_intent.payment_failed; mandate.updated */
export function settleDebit(world: StripeWorld, id: string, chargeId: string): void {
  const intent = world.paymentIntents.find(id)
  const charge = world.charges.find(chargeId)
  if (!intent || !charge || intent.latest_charge !== chargeId) return
  if (!paymentIntentLifecycle.allows(intent.status, 'settle')) return
  if (!chargeLifecycle.allows(standingOf(charge), 'settle')) return
  const method = world.paymentMethods.find(charge.payment_method ?? '')
  const outcome = world.cardSecrets.find(charge.payment_method ?? '')?.outcome.debit
  const failure = outcome?.ends === 'failed' ? outcome.failure : undefined
  if (failure && method) {
    const failed = world.charges.update(charge.id, {
      status: 'failed',
      captured: false,
      failure_code: failure.code,
      failure_message: failure.message,
    })
    world.emit('charge.failed', failed, charge)
    if (failure.code === 'debit_not_authorized') revokeMandates(world, method.id)
    failIntent(world, intent, method, failure, failed)
    return
  }
  const paid = settleCharge(
    world,
    world.charges.update(charge.id, { status: 'succeeded', paid: true, amount_captured: charge.amount }),
  )
  world.emit('charge.succeeded', paid, charge)
  const succeeded = world.paymentIntents.update(intent.id, { status: 'succeeded', amount_received: charge.amount })
  world.emit('payment_intent.succeeded', succeeded)
}

/** Who did not allow the debit allows no other. @source https://docs.stripe.com/payments/ach-direct-debit/blocked-bank-accounts (from memory) */
function revokeMandates(world: StripeWorld, method: string): void {
  for (const { id } of world.mandates.where('payment_method', method)) moveMandate(world, id, 'revoke')
}
