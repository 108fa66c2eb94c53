import type { Charge } from '../api.js'
import type { StripeWorld } from '../world.js'

/**
 * The issuer says that a payment may be a fraud, and asks for nothing yet.
 * @emits radar.early_fraud_warning.created  @source https://docs.stripe.com/api/radar/early_fraud_warnings/object (read 2026-11-24); @unverified the type of fraud
 */
export function warnOfFraud(world: StripeWorld, charge: Charge): void {
  const warning = world.earlyFraudWarnings.insert({
    id: world.id('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: world.now(),
    fraud_type: 'unauthorized_use_of_card',
    livemode: false,
    ...(charge.payment_intent !== null && { payment_intent: charge.payment_intent }),
  })
  world.emit('radar.early_fraud_warning.created', warning)
}

/** Once the money is back, nothing is left to do. @emits radar.early_fraud_warning.updated */
export function settleWarnings(world: StripeWorld, charge: Charge): void {
  for (const warning of world.earlyFraudWarnings.where('charge', charge.id)) {
    if (!warning.actionable) continue
    const settled = world.earlyFraudWarnings.update(warning.id, { actionable: false })
    world.emit('radar.early_fraud_warning.updated', settled, warning)
  }
}
