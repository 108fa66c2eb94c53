import type { Charge } from '../api.js'
import { chargeLifecycle, standingOf } from '../charges/standing.js'
import { invalidRequest } from '../errors.js'
import { shown, symbol } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

/** @throws charge_already_refunded, charge_disputed, charge_not_refundable, parameter_invalid_integer, more than is left (400) @unverified wording */
export function checkRefundable(world: StripeWorld, charge: Charge, amount: number, left: number): void {
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  checkPaid(charge)
  if (world.disputes.where('charge', charge.id).some(({ is_charge_refundable: may }) => !may)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
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

function checkPaid(charge: Charge): void {
  if (chargeLifecycle.allows(standingOf(charge), 'refund')) return
  if (charge.paid && charge.payment_intent !== null) {
    throw invalidRequest(
      `This Charge belongs to a PaymentIntent that has not been captured. Cancel the PaymentIntent ${charge.payment_intent} instead.`,
    )
  }
  throw invalidRequest(
    charge.status === 'pending'
      ? `Charge ${charge.id} cannot be refunded because it is still pending.`
      : `Charge ${charge.id} cannot be refunded because it has not been captured.`,
    { code: 'charge_not_refundable' },
  )
}
