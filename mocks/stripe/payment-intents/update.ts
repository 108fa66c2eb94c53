import { behaviour, type Metadata, type PaymentIntent } from '../api.js'
import { shippingOf } from '../customers/shipping.js'
import { mergeMetadata } from '../metadata.js'
import { optional } from '../unset.js'
import { checkAmount, checkCurrency } from './amount.js'
import { withRemaining } from './bank-transfer.js'
import { givenMethod } from './confirmation.js'
import { checkConnect } from './connect.js'
import { methodOptions } from './method-options.js'
import { checkAllowed } from './payment-intent.js'

/** What may be changed in any state. */
const ALWAYS = new Set([
  'metadata',
  'description',
  'receipt_email',
  'shipping',
  'expand',
  'transfer_group',
  'statement_descriptor',
  'statement_descriptor_suffix',
])

/**
 * Updates a PaymentIntent without confirming it.
 * @throws resource_missing (404), payment_intent_unexpected_state, amount_too_small (400)
 * @source https://docs.stripe.com/api/payment_intents/update (read 2026-11-24)
 */
export const updatePaymentIntent = behaviour(
  'POST /v1/payment_intents/{intent}',
  ({ params, body = {}, call }, world) => {
    const intent = world.paymentIntents.get(params.intent, 'intent')
    const touched = Object.keys(body).find((key) => !ALWAYS.has(key))
    if (touched !== undefined) checkAllowed(intent, 'update', touched)
    const currency = body.currency === undefined ? intent.currency : checkCurrency(body.currency)
    const amount = body.amount ?? intent.amount
    if (body.amount !== undefined) checkAmount(amount, currency)
    checkConnect(world, { ...body, amount, transfer_data: transferData(intent, body.transfer_data?.amount) })
    if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
    const method = body.payment_method === '' ? undefined : givenMethod(body, call, world)
    return world.paymentIntents.update(intent.id, {
      amount,
      currency,
      customer: body.customer ?? intent.customer,
      description: optional(body.description, intent.description),
      metadata: mergeMetadata(intent.metadata as Metadata, body.metadata),
      receipt_email: optional(body.receipt_email, intent.receipt_email),
      setup_future_usage: optional(body.setup_future_usage, intent.setup_future_usage),
      shipping: shippingOf(
        body.shipping,
        intent.shipping as Parameters<typeof shippingOf>[1],
      ) as PaymentIntent['shipping'],
      application_fee_amount: optional(body.application_fee_amount, intent.application_fee_amount),
      transfer_data: transferData(intent, body.transfer_data?.amount),
      transfer_group: body.transfer_group ?? intent.transfer_group,
      statement_descriptor: body.statement_descriptor ?? intent.statement_descriptor,
      statement_descriptor_suffix: body.statement_descriptor_suffix ?? intent.statement_descriptor_suffix,
      ...(body.allowed_payment_method_types && {
        allowed_payment_method_types: body.allowed_payment_method_types,
        payment_method_types: body.allowed_payment_method_types,
      }),
      ...(body.capture_method !== undefined && { capture_method: body.capture_method }),
      ...(body.payment_method_options !== undefined && {
        payment_method_options: methodOptions(body.payment_method_options, intent.payment_method_options),
      }),
      ...(body.amount !== undefined && { next_action: withRemaining(world, { ...intent, amount }) }),
      ...(method && { payment_method: method.id, status: 'requires_confirmation' as const, next_action: null }),
      ...(body.payment_method === '' && { payment_method: null, status: 'requires_payment_method' as const }),
    })
  },
)

/** The account stays; what of the payment it gets may be changed. */
function transferData(
  { transfer_data: data }: PaymentIntent,
  amount: number | undefined,
): NonNullable<PaymentIntent['transfer_data']> | null {
  if (!data) return null
  return amount === undefined ? data : { ...data, amount }
}
