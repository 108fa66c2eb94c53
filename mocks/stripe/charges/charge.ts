import type { BalanceTransaction, Charge, Metadata, PaymentMethod } from '../api.js'
import { AUTHORISED_FOR } from '../payment-intents/expire.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import type { StripeWorld } from '../world.js'
import { checksOf } from './checks.js'
import { type ChargeResult, resultOf } from './outcome.js'

export interface ChargeOrder {
  readonly amount: number
  readonly currency: string
  readonly method: PaymentMethod
  readonly secrets: CardSecrets
  readonly capture: boolean
  readonly customer: string | null
  readonly intent: string | null
  readonly description: string | null
  readonly metadata: Metadata
  readonly receiptEmail: string | null
  readonly shipping: Charge['shipping']
  readonly statementDescriptor: string | null
  readonly statementDescriptorSuffix: string | null
  readonly transferGroup: string | null
  /** Whether 3D Secure was passed. */
  readonly authenticated: boolean
  readonly incremental: boolean
  /** Where pages of the sandbox are. */
  readonly origin: string
}

/** Charges a card: writes the charge, failed or not. @emits charge.succeeded or charge.failed */
export function chargeCard(
  world: StripeWorld,
  order: ChargeOrder,
): { readonly charge: Charge; readonly result: ChargeResult } {
  const result = resultOf(order.secrets.outcome)
  noteChecks(world, order)
  const charge = world.charges.insert(chargeOf(world, order, result))
  world.emit(result.decline ? 'charge.failed' : 'charge.succeeded', charge)
  return { charge, result }
}

/** What the bank said of code and address is kept with the payment method, which no event tells of. */
function noteChecks(world: StripeWorld, { method, secrets }: ChargeOrder): void {
  if (method.card)
    world.paymentMethods.update(method.id, { card: { ...method.card, checks: checksOf(method, secrets) } })
}

function chargeOf(world: StripeWorld, order: ChargeOrder, { decline, outcome }: ChargeResult): Charge {
  const id = world.id('ch')
  const captured = order.capture && !decline
  return {
    id,
    object: 'charge',
    amount: order.amount,
    amount_captured: captured ? order.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: order.method.billing_details,
    calculated_statement_descriptor: order.statementDescriptor ?? 'STANDIN',
    captured,
    created: world.now(),
    currency: order.currency,
    customer: order.customer,
    description: order.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: order.metadata,
    on_behalf_of: null,
    outcome,
    paid: !decline,
    payment_intent: order.intent,
    payment_method: order.method.id,
    payment_method_details: { card: cardDetails(world, order, decline !== undefined), type: 'card' },
    radar_options: {},
    receipt_email: order.receiptEmail,
    receipt_number: null,
    receipt_url: decline ? null : `${order.origin}/receipts/payment/${world.account.id}/${id}`,
    refunded: false,
    review: null,
    shipping: order.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: order.statementDescriptor,
    statement_descriptor_suffix: order.statementDescriptorSuffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: order.transferGroup,
  }
}

type CardDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card']>

function cardDetails(world: StripeWorld, order: ChargeOrder, failed: boolean): CardDetails {
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
const THREE_D_SECURE = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}

const DAY = 24 * 60 * 60

/**
 * Books a captured charge, which makes its money and Stripe's fee seen.
 * @unverified fee of 2.9 % and 30, available after two days: what a US account of list price has
 */
export function settleCharge(world: StripeWorld, charge: Charge): Charge {
  const fee = Math.min(charge.amount_captured, Math.round(charge.amount_captured * 0.029) + 30)
  const bypass = world.cardSecrets.find(charge.payment_method ?? '')?.outcome.bypassPending === true
  const transaction = world.balanceTransactions.insert({
    id: world.id('txn'),
    object: 'balance_transaction',
    amount: charge.amount_captured,
    available_on: world.now() + (bypass ? 0 : 2 * DAY),
    balance_type: 'payments',
    created: world.now(),
    currency: charge.currency,
    description: charge.description,
    exchange_rate: null,
    fee,
    fee_details: [
      {
        amount: fee,
        application: null,
        currency: charge.currency,
        description: 'Stripe processing fees',
        type: 'stripe_fee',
      },
    ],
    net: charge.amount_captured - fee,
    reporting_category: 'charge',
    source: charge.id,
    status: bypass ? 'available' : 'pending',
    type: 'charge',
  } satisfies BalanceTransaction)
  return world.charges.update(charge.id, { balance_transaction: transaction.id })
}
