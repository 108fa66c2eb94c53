import type { Charge } from '../api.js'
import { AUTHORISED_FOR } from '../payment-intents/expire.js'
import type { StripeWorld } from '../world.js'
import type { ChargeOrder } from './charge.js'
import { checksOf } from './checks.js'

type CardDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card']>

/** What a charge shows of the card. */
export function cardDetails(world: StripeWorld, order: ChargeOrder, failed: boolean): CardDetails {
  const { card } = order.method
  return {
    amount_authorized: failed ? null : order.amount,
    authorization_code: world.digits(6),
    brand: card?.brand ?? null,
    ...(!order.capture && !failed && { capture_before: world.now() + AUTHORISED_FOR }),
    checks: checksOf(order.method, order.secrets),
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    extended_authorization: { status: 'disabled' },
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    incremental_authorization: { status: order.incremental ? 'available' : 'unavailable' },
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card?.brand ?? null,
    network_token: { used: false },
    network_transaction_id: world.digits(15),
    overcapture: { maximum_amount_capturable: order.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: order.authenticated ? THREE_D_SECURE : null,
    transaction_link_id: null,
    wallet: null,
  } as CardDetails
}

/** @unverified all but `result` and `version` */
export const THREE_D_SECURE = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}
