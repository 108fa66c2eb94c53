import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { captureCharge } from './capture-charge.js'
import { chargeLifecycle, standingOf } from './standing.js'

/**
 * Captures a charge made with `capture=false`.
 * @throws resource_missing (404), charge_already_captured, charge_expired_for_capture, amount_too_large, one of a PaymentIntent (400)
 * @emits charge.captured  @source https://docs.stripe.com/api/charges/capture (read 2026-11-24)
 */
export const captureDirectly = behaviour('POST /v1/charges/{charge}/capture', ({ params, body = {} }, world) => {
  const charge = world.charges.get(params.charge, 'charge')
  if (charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' })
  }
  if (charge.payment_intent !== null) {
    throw invalidRequest(
      `This uncaptured Charge was created by a PaymentIntent (${charge.payment_intent}). You must capture the PaymentIntent instead. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
    )
  }
  if (!chargeLifecycle.allows(standingOf(charge), 'capture')) {
    throw invalidRequest(`Charge ${charge.id} can no longer be captured.`, { code: 'charge_expired_for_capture' })
  }
  const amount = body.amount ?? charge.amount
  if (amount > charge.amount) {
    throw invalidRequest(`You cannot capture more than was authorized (${charge.amount}).`, {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
  return captureCharge(world, charge, amount)
})
