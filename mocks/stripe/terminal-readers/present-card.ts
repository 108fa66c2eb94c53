import type { PaymentMethod } from '../api.js'
import { cardError, notModelled } from '../errors.js'
import { insertCard } from '../payment-methods/payment-method.js'
import { cardByNumber } from '../test-cards/cards.js'
import { DECLINES, type Decline } from '../test-cards/declines.js'
import { type CardFacts, namedCard } from '../test-cards/raw-card.js'
import type { CardOutcome } from '../test-cards/test-card.js'
import type { StripeWorld } from '../world.js'

export type PresentedCard = CardFacts

/** Which a simulated reader reads unless it is told another. @source https://docs.stripe.com/terminal/references/testing (read 2026-11) */
const DEFAULT = '4242424242424242'
const INTERAC = '4506445006931933'

/** @throws incorrect_number (402), Interac (501) @unverified that it is this code */
export function cardOfNumber(number: string = DEFAULT, world: StripeWorld): PresentedCard {
  if (number === INTERAC) throw notModelled('Interac cards (`interac_present`)')
  const card = cardByNumber(number)
  if (!card) throw cardError({ ...DECLINES.incorrectNumber, param: 'card_present[number]' })
  return namedCard(card, world)
}

/** The card that Stripe sends along with a reader. */
export function physicalCard(world: StripeWorld): PresentedCard {
  return cardOfNumber(DEFAULT, world)
}

/** What the physical test card does, by the last two digits of the amount. @source https://docs.stripe.com/terminal/references/testing#physical-test-cards (read 2026-11) */
const BY_AMOUNT: Readonly<Record<number, Decline>> = {
  1: DECLINES.callIssuer,
  5: DECLINES.generic,
  55: DECLINES.incorrectPin,
  65: DECLINES.withdrawalCountLimitExceeded,
  75: DECLINES.pinTryExceeded,
}

/** What a card does for an amount, in minor units. */
export function outcomeFor(world: StripeWorld, { id }: PaymentMethod, amount: number): CardOutcome {
  const kept = world.cardSecrets.find(id)
  const decline = kept?.physical ? BY_AMOUNT[amount % 100] : undefined
  return { ...kept?.outcome, ...(decline && { decline }) }
}

/** The payment method that a reader makes of a card: it pays this once and belongs to nobody. @source https://docs.stripe.com/api/payment_methods/object#payment_method_object-card_present */
export function presentMethod(
  world: StripeWorld,
  { brand, country, exp_month, exp_year, fingerprint, funding, last4, outcome }: PresentedCard,
  { physical = false } = {},
): PaymentMethod {
  const method = world.paymentMethods.insert({
    id: world.id('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card_present: {
      brand,
      brand_product: null,
      cardholder_name: null,
      country,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      last4,
      networks: { available: [brand], preferred: null },
      offline: { stored_at: null, type: null },
      preferred_locales: ['en'],
      read_method: 'contact_emv',
    },
    created: world.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card_present',
  })
  world.cardSecrets.insert({ id: method.id, outcome, cvcGiven: false, setUp: false, spent: true, physical })
  return method
}

/** A card for payments on line, of one that was held to a reader. @source https://docs.stripe.com/terminal/features/saving-payment-details/overview (read 2026-11) */
export function generateCard(world: StripeWorld, card: PresentedCard): PaymentMethod {
  return insertCard(world, { ...card, cvcGiven: false }, {})
}

/** Notes where a generated card is from, and gives it to the customer. @emits payment_method.attached */
export function keepGenerated(
  world: StripeWorld,
  id: string,
  customer: string | null,
  from: NonNullable<NonNullable<PaymentMethod['card']>['generated_from']>,
): void {
  const { card } = world.paymentMethods.named(id, 'payment_method')
  const kept = world.paymentMethods.update(id, { customer, ...(card && { card: { ...card, generated_from: from } }) })
  const secrets = world.cardSecrets.find(id)
  if (secrets) world.cardSecrets.put({ ...secrets, setUp: true })
  if (customer !== null) world.emit('payment_method.attached', kept)
}
