import type { Charge, Metadata, PaymentMethod } from '../api.js'
import { findSource } from '../customers/sources/source.js'
import { openReview } from '../reviews/open.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import type { StripeWorld } from '../world.js'
import { cardDetails } from './card-details.js'
import { checksOf } from './checks.js'
import { type ChargeResult, resultOf } from './outcome.js'
import { type Presented, presentDetails } from './present-details.js'

export interface ChargeOrder {
  readonly amount: number
  readonly currency: string
  readonly method: PaymentMethod
  readonly secrets: CardSecrets
  /** Where a source was named rather than a payment method: its id, which is that of `method`. */
  readonly source?: string
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
  /** What the platform takes, in minor units. */
  readonly applicationFeeAmount?: number | null
  /** Where a destination charge is passed on to. */
  readonly transferData?: Charge['transfer_data']
  readonly onBehalfOf?: string | null
  /** Whether 3D Secure was passed. */
  readonly authenticated: boolean
  readonly incremental: boolean
  /** Where the card was held to a reader. */
  readonly present?: Presented
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
  const details = detailsOf(world, order, result.decline !== undefined)
  const charge = world.charges.insert(
    chargeOf(world, order, { ...result, id: world.id('ch'), details, status: result.decline ? 'failed' : 'succeeded' }),
  )
  world.emit(result.decline ? 'charge.failed' : 'charge.succeeded', charge)
  const reviewed = result.outcome.type === 'manual_review' ? openReview(world, charge) : charge
  return { charge: reviewed, result }
}

function detailsOf(world: StripeWorld, order: ChargeOrder, failed: boolean): Charge['payment_method_details'] {
  if (!order.present) return { card: cardDetails(world, order, failed), type: 'card' }
  return { card_present: presentDetails(world, order, order.present, failed), type: 'card_present' }
}

/** What the bank said of code and address is kept with the payment method, which no event tells of. */
function noteChecks(world: StripeWorld, { method, secrets }: ChargeOrder): void {
  if (method.card)
    world.paymentMethods.update(method.id, { card: { ...method.card, checks: checksOf(method, secrets) } })
}

interface Made extends ChargeResult {
  readonly id: string
  readonly status: Charge['status']
  readonly details: Charge['payment_method_details']
}

/** A charge as it is written first; a pending one is of a bank debit, which was captured with the customer's word. */
export function chargeOf(
  world: StripeWorld,
  order: ChargeOrder,
  { decline, outcome, id, status, details }: Made,
): Charge {
  const captured = order.capture && !decline
  return {
    id,
    object: 'charge',
    amount: order.amount,
    amount_captured: captured && status === 'succeeded' ? order.amount : 0,
    amount_refunded: 0,
    application: world.port.scope === '' ? null : world.application,
    application_fee: null,
    application_fee_amount: order.applicationFeeAmount ?? null,
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
    on_behalf_of: order.onBehalfOf ?? null,
    outcome,
    paid: status === 'succeeded',
    payment_intent: order.intent,
    payment_method: order.method.id,
    payment_method_details: details,
    radar_options: {},
    receipt_email: order.receiptEmail,
    receipt_number: null,
    receipt_url: decline ? null : `${order.origin}/receipts/payment/${world.account.id}/${id}`,
    refunded: false,
    review: null,
    shipping: order.shipping,
    source: order.source === undefined ? null : (findSource(world, order.source) ?? null),
    source_transfer: null,
    statement_descriptor: order.statementDescriptor,
    statement_descriptor_suffix: order.statementDescriptorSuffix,
    status,
    transfer_data: order.transferData ?? null,
    transfer_group: order.transferGroup,
  }
}
