import type { CallFacts } from '../../../../src/engine/kit.js'
import type { Metadata, PaymentMethod } from '../../api.js'
import { cardFromToken, insertCard } from '../../payment-methods/payment-method.js'
import { type CardFacts, rawCardOf, readRawCard, refuseRawCards } from '../../test-cards/raw-card.js'
import type { StripeWorld } from '../../world.js'
import { billingOf, type Cardholder } from './card.js'

/** A card that a request gives, before it is anybody's. */
export interface GivenCard {
  /** A token has the id of its card already. */
  readonly id: string
  readonly facts: CardFacts
  readonly holder: Cardholder
  readonly metadata?: Metadata
}

/** @throws resource_missing, token_already_used (400) */
export function cardOfToken(world: StripeWorld, token: string, param = 'source'): GivenCard {
  const facts = cardFromToken(token, param, world)
  const kept = world.tokens.find(token)?.card
  return { id: kept?.id ?? world.id('card'), facts, holder: kept ?? {} }
}

/**
 * A number in the request itself; sample data, which nobody calls for, may have one.
 * @throws parameter_missing (400), raw card numbers from a server (402), incorrect_number and its kin (402)
 */
export function cardOfNumber(world: StripeWorld, given: object, call: CallFacts | undefined): GivenCard {
  if (call) refuseRawCards(call, world)
  const facts = readRawCard(rawCardOf(given, 'source'), world)
  const { metadata, ...holder } = given as Cardholder & { readonly metadata?: Metadata }
  return { id: world.id('card'), facts, holder, ...(metadata && { metadata }) }
}

/** Keeps it, as a payment method that nobody has yet. */
export function keepCard(world: StripeWorld, card: GivenCard, metadata?: Metadata): PaymentMethod {
  const { id, facts, holder } = card
  const kept = { ...card.metadata, ...metadata }
  return insertCard(world, facts, { billing_details: billingOf(holder), metadata: kept }, id)
}
