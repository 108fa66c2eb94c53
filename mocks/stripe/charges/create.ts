import { behaviour, type Charge } from '../api.js'
import { shippingOf } from '../customers/shipping.js'
import { cardError, invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { pagesOrigin } from '../pages/origin.js'
import { checkAmount, checkCurrency } from '../payment-intents/amount.js'
import { checkConnect } from '../payment-intents/connect.js'
import { secretsOf } from '../payment-intents/method-in-use.js'
import { chargeCard } from './charge.js'
import { payerOf } from './payer.js'
import { settleCharge } from './settle.js'

/**
 * Charges a card directly, as before PaymentIntents: a token's, a source's, or a customer's. 3D Secure cannot be passed this way.
 * @throws parameter_missing, amount_too_small, resource_missing (400), those of `payerOf`  @refuses card_declined and its kin (402)
 * @emits charge.succeeded, charge.failed  @source https://docs.stripe.com/api/charges/create (read 2026-11-24)
 */
export const createCharge = behaviour('POST /v1/charges', ({ body = {}, call }, world) => {
  const { amount } = body
  if (amount === undefined)
    throw invalidRequest('Missing required param: amount.', { code: 'parameter_missing', param: 'amount' })
  if (body.currency === undefined)
    throw invalidRequest('Missing required param: currency.', { code: 'parameter_missing', param: 'currency' })
  const currency = checkCurrency(body.currency)
  checkAmount(amount, currency)
  const method = payerOf(world, body, call)
  const transfer = transferData(body)
  checkConnect(world, { amount, application_fee_amount: body.application_fee_amount, transfer_data: transfer })
  const { charge, result } = chargeCard(world, {
    amount,
    currency,
    method,
    source: method.id,
    secrets: secretsOf(world, method),
    capture: body.capture ?? true,
    customer: body.customer ?? null,
    intent: null,
    description: body.description ?? null,
    metadata: mergeMetadata({}, body.metadata),
    receiptEmail: body.receipt_email ?? null,
    shipping: shippingOf(body.shipping, null) as Charge['shipping'],
    statementDescriptor: body.statement_descriptor ?? null,
    statementDescriptorSuffix: body.statement_descriptor_suffix ?? null,
    transferGroup: body.transfer_group ?? null,
    applicationFeeAmount: body.application_fee_amount ?? null,
    onBehalfOf: body.on_behalf_of ?? null,
    transferData: transfer,
    authenticated: false,
    incremental: false,
    origin: pagesOrigin(call),
  })
  if (result.decline) world.port.refuse(cardError(result.decline, { charge: charge.id }))
  return charge.captured ? settleCharge(world, charge) : charge
})

/** `transfer_data`, or `destination` as it was called before. */
function transferData(body: { destination?: unknown; transfer_data?: { amount?: number; destination: string } }) {
  const { destination, transfer_data: given } = body
  if (given) return { amount: given.amount ?? null, destination: given.destination }
  if (typeof destination === 'string') return { amount: null, destination }
  const { account, amount = null } = (destination ?? {}) as { account?: string; amount?: number }
  return account === undefined ? null : { amount, destination: account }
}
