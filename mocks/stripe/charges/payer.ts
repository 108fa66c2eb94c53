import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentMethod, Source } from '../api.js'
import { consumed } from '../customers/sources/add.js'
import { cardOfNumber, cardOfToken, keepCard } from '../customers/sources/given-card.js'
import { sourceIds } from '../customers/sources/source.js'
import { cardError, invalidRequest, missing, notModelled } from '../errors.js'
import type { StripeWorld } from '../world.js'

interface PayerInput {
  readonly customer?: string | undefined
  readonly source?: string | { readonly object?: string } | undefined
}

/** @source as measured by others at 2026-08-26.dahlia (2026-09) */
const ONLY_METHODS =
  "This Customer doesn't have any legacy saved payment details, but does have a Payment Method attached. Use a Payment Intent instead of creating a Charge: https://stripe.com/docs/payments/payment-intents/migration"
const NOTHING_SAVED =
  "This Customer doesn't have any saved payment details. Attach a legacy Token, Card, Bank Account, or Source to this Customer and then try this request again, or use Payment Intents and Payment Methods instead."

/**
 * What a charge that names a customer, a source or both is paid with.
 * @throws resource_missing, parameter_missing, token_already_used (400), missing (402 without a default source, 404 for a source that the
 * customer does not have), bank accounts (501)
 * @source https://docs.stripe.com/api/charges/create (read 2026-11-24); https://github.com/stripe/stripe-node/issues/282,
 * https://github.com/stripe/stripe-go/issues/490 and answers that others test against: the refusals
 */
export function payerOf(world: StripeWorld, { customer, source }: PayerInput, call: CallFacts): PaymentMethod {
  return customer === undefined ? usedUp(world, ofNobody(world, source, call)) : ofCustomer(world, customer, source)
}

/** What is not a customer's own can be charged once. @unverified that a declined charge uses it up, too */
function usedUp(world: StripeWorld, method: PaymentMethod): PaymentMethod {
  const secrets = world.cardSecrets.find(method.id)
  if (secrets) world.cardSecrets.put({ ...secrets, spent: true })
  if (world.sources.find(method.id)) world.sources.update(method.id, { status: 'consumed' })
  return method
}

function ofNobody(world: StripeWorld, source: PayerInput['source'], call: CallFacts): PaymentMethod {
  if (source === undefined) {
    throw invalidRequest('Must provide source or customer.', { code: 'parameter_missing' })
  }
  if (typeof source !== 'string') {
    if (source.object === 'bank_account') throw ofBank()
    return keepCard(world, cardOfNumber(world, source, call))
  }
  if (source.startsWith('src_')) return ofSource(world, world.sources.named(source, 'source'))
  if (source.startsWith('btok_')) throw ofBank()
  return keepCard(world, cardOfToken(world, source))
}

function ofCustomer(world: StripeWorld, id: string, given: PayerInput['source']): PaymentMethod {
  const customer = world.customers.named(id, 'customer')
  const source = given === undefined ? customer.default_source : given
  if (source === null) {
    const message = world.paymentMethods.where('customer', id).length > 0 ? ONLY_METHODS : NOTHING_SAVED
    throw cardError({ code: 'missing', message, param: 'card' })
  }
  const named = typeof source === 'string' ? source : ''
  if (!sourceIds(world, id).includes(named)) {
    throw invalidRequest(`Customer ${id} does not have a linked source with ID ${named}.`, {
      code: 'missing',
      param: 'source',
      status: 404,
    })
  }
  if (world.bankAccounts.find(named)) throw ofBank()
  return world.paymentMethods.named(named, 'source')
}

function ofSource(world: StripeWorld, { id, customer, status }: Source): PaymentMethod {
  if (customer !== undefined) {
    throw invalidRequest(
      `For security reasons, you cannot directly charge a source that is already attached to a customer. Please specify the customer this source is attached to (${customer}) when charging it.`,
      { param: 'source' },
    )
  }
  if (status === 'consumed') throw consumed()
  const method = world.paymentMethods.find(id)
  if (!method) throw missing('source', id, 'source', false)
  return method
}

function ofBank() {
  return notModelled('charging a bank account directly (use a PaymentIntent with a us_bank_account)')
}
