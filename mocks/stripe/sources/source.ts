import type { Metadata, PaymentMethod, Source } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { billingDetails } from '../payment-methods/payment-method.js'
import { legacyBrand } from '../test-cards/legacy-brand.js'
import type { CardOutcome } from '../test-cards/test-card.js'
import type { StripeWorld } from '../world.js'

/** Whose a source is. */
export interface OwnerInput {
  readonly address?: {
    readonly city?: string
    readonly country?: string
    readonly line1?: string
    readonly line2?: string
    readonly postal_code?: string
    readonly state?: string
  }
  readonly email?: string
  readonly name?: string
  readonly phone?: string
}

/** A source of a card with what is known of the card now: its payment method, which has the same id, is checked. */
export function showSource(world: StripeWorld, source: Source): Source {
  const method = world.paymentMethods.find(source.id)
  if (!method) return source
  return world.sources.update(source.id, { card: sourceCard(method, world.cardSecrets.find(source.id)?.outcome ?? {}) })
}

/** @source https://docs.stripe.com/sources/cards (read 2026-11); the fields as in an event of 2019 that others publish */
export function sourceCard(
  { billing_details, card }: PaymentMethod,
  outcome: CardOutcome,
): NonNullable<Source['card']> {
  return {
    address_line1_check: card?.checks?.address_line1_check ?? null,
    address_zip_check: card?.checks?.address_postal_code_check ?? null,
    brand: legacyBrand(card?.brand ?? 'unknown'),
    country: card?.country ?? null,
    cvc_check: card?.checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month: card?.exp_month ?? null,
    exp_year: card?.exp_year ?? null,
    fingerprint: card?.fingerprint ?? '',
    funding: card?.funding ?? null,
    last4: card?.last4 ?? null,
    name: billing_details.name,
    three_d_secure: threeDSecure(outcome),
    tokenization_method: null,
  }
}

/** @unverified beyond `optional` */
function threeDSecure({ authentication }: CardOutcome): string {
  if (authentication === 'unsupported') return 'not_supported'
  return authentication === 'always' ? 'required' : 'optional'
}

/** All parts are shown, those that are not known as null. */
export function ownerOf({ address, email, name, phone }: PaymentMethod['billing_details']): Source['owner'] {
  const known = address && Object.values(address).some((part) => part !== null)
  return {
    address: known ? address : null,
    email,
    name,
    phone,
    verified_address: null,
    verified_email: null,
    verified_name: null,
    verified_phone: null,
  } as Source['owner']
}

interface ChangeInput {
  readonly metadata?: Metadata | ''
  readonly owner?: OwnerInput
}

/** Changes whose it is, which no event tells of. @source as listed by others who ran it against Stripe's test mode */
export function changeSource(world: StripeWorld, source: Source, { metadata, owner }: ChangeInput): Source {
  const method = world.paymentMethods.find(source.id)
  const billing = billingDetails(owner, method?.billing_details)
  if (method) world.paymentMethods.update(source.id, { billing_details: billing })
  return world.sources.update(source.id, {
    metadata: mergeMetadata(source.metadata as Metadata | null, metadata),
    ...(owner && { owner: ownerOf(billing) }),
  })
}
