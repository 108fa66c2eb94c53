import type { VendorError } from '../../../src/engine/kit.js'
import type { Charge } from '../api.js'
import { chargeLifecycle, standingOf } from '../charges/standing.js'
import { invalidRequest } from '../errors.js'
import { shown, symbol } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

/**
 * @throws charge_already_refunded, charge_disputed, charge_not_refundable, parameter_invalid_integer, more than is left (400)
 * @source as measured by others at 2026-08-26.dahlia (2026-09); @unverified wording of charge_not_refundable
 */
export function checkRefundable(world: StripeWorld, charge: Charge, amount: number, left: number): void {
  if (!charge.refunded) checkPaid(charge)
  if (world.disputes.where('charge', charge.id).some(({ is_charge_refundable: may }) => !may)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  if (amount > left) {
    const money = (value: number) => `${symbol(charge.currency)}${shown(value, charge.currency)}`
    throw invalidRequest(
      `Refund amount (${money(amount)}) is greater than unrefunded amount on charge (${money(left)})`,
      { param: 'amount' },
    )
  }
}

export function noSuccessfulCharge(intent: string): VendorError {
  return invalidRequest(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}

function checkPaid(charge: Charge): void {
  if (chargeLifecycle.allows(standingOf(charge), 'refund')) return
  const intent = charge.payment_intent as string | null
  if (charge.status === 'failed' && intent !== null) throw noSuccessfulCharge(intent)
  if (charge.paid && intent !== null) {
    throw invalidRequest(
      `This uncaptured Charge was created by a PaymentIntent (${intent}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
    )
  }
  throw invalidRequest(
    charge.status === 'pending'
      ? `Charge ${charge.id} cannot be refunded because it is still pending.`
      : `Charge ${charge.id} cannot be refunded because it has not been captured.`,
    { code: 'charge_not_refundable' },
  )
}
