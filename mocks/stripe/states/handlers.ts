import { SandboxError, type StateHandler } from '../../../src/engine/kit.js'
import { insertCustomer } from '../customers/create.js'
import { mintSecret } from '../events/endpoint-secrets.js'
import { attachToCustomer } from '../payment-methods/attach-to-customer.js'
import { resolvePaymentMethod } from '../payment-methods/payment-method.js'
import { cardByName } from '../test-cards/cards.js'
import { insertEndpoint } from '../webhook-endpoints/webhook-endpoint.js'
import type { StripeWorld } from '../world.js'

type Params = Readonly<Record<string, unknown>>

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** The states that contracts with Stripe may name. What stands for an id of the contract is told by it. */
export const handlers: readonly StateHandler<StripeWorld>[] = [
  { name: 'a customer with id {id} exists', setUp: customer },
  { name: 'a payment method with id {id} exists', setUp: (params, world) => method(params, world) },
  { name: 'a payment method with id {id} of the customer {customer} exists', setUp: methodOf },
  { name: 'the card {card} will be declined', setUp: declines },
  { name: 'a webhook endpoint is told of {events}', setUp: listens },
]

function customer({ id, email, name }: Params, world: StripeWorld): Record<string, string> {
  const made = insertCustomer(world, { email: text(email, 'alex@example.com'), name: text(name, 'Alex Example') })
  return { [String(id)]: made.id }
}

/** @throws resource_missing for a card that is no test card */
function method({ id, card }: Params, world: StripeWorld): Record<string, string> {
  return { [String(id)]: resolvePaymentMethod(`pm_card_${text(card, 'visa')}`, world).id }
}

function methodOf(params: Params, world: StripeWorld): Record<string, string> {
  const owner = String(params.customer)
  const known = world.customers.find(owner)
  const made = known ? {} : customer({ id: owner }, world)
  const own = method(params, world)
  const [methodId = ''] = Object.values(own)
  const found = world.paymentMethods.find(methodId)
  if (found) attachToCustomer(found, known?.id ?? made[owner] ?? '', world)
  return { ...made, ...own }
}

/** Nothing is to be done for it: which cards decline is Stripe's. @throws SandboxError for one that does not */
function declines({ card }: Params, _world: StripeWorld): Record<string, string> {
  const name = String(card).replace(/^(?:pm_card|tok)_/, '')
  const found = cardByName(name)
  if (found?.decline || found?.chargeDecline || found?.risk === 'blocked') return {}
  const remedy = 'Name one of docs.stripe.com/testing#declined-payments, such as pm_card_chargeDeclined.'
  throw new SandboxError('SANDBOX_BAD_INPUT', `The card '${card}' is none that is declined.`, remedy)
}

function listens({ events, url }: Params, world: StripeWorld): Record<string, string> {
  const enabled_events = String(events).split(/,\s*/)
  const endpoint = insertEndpoint(world, { url: String(url), enabled_events, description: 'of a contract' })
  mintSecret(world, endpoint.id)
  return {}
}
