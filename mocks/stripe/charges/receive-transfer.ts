import type { Charge } from '../api.js'
import type { StripeWorld } from '../world.js'

interface Received {
  /** Of the platform's transfer. */
  readonly transfer: string
  readonly amount: number
  readonly currency: string
  readonly description: string | null
}

/** The payment that a connected account sees of a transfer. @source https://docs.stripe.com/api/transfers/object#transfer_object-destination_payment (read 2026-11-24) */
export function receiveTransfer(own: StripeWorld, { transfer, amount, currency, description }: Received): Charge {
  return own.charges.insert({
    id: own.id('py'),
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: own.now(),
    currency,
    customer: null,
    description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { stripe_account: {}, type: 'stripe_account' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  })
}
