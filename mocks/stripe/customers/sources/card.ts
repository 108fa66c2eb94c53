import type { Card, PaymentMethod } from '../../api.js'
import type { BillingDetailsInput } from '../../payment-methods/payment-method.js'
import { legacyBrand } from '../../test-cards/legacy-brand.js'

/** The name and address of a card, as the older resources write them; an empty string unsets. */
export interface Cardholder {
  readonly name?: string | null
  readonly address_city?: string | null
  readonly address_country?: string | null
  readonly address_line1?: string | null
  readonly address_line2?: string | null
  readonly address_state?: string | null
  readonly address_zip?: string | null
}

/**
 * A card in the words of before there were payment methods. It is the payment method of the same id, which is the row that is kept.
 * @source https://docs.stripe.com/api/cards/object (read 2026-11-24); https://docs.stripe.com/payments/payment-methods/transitioning (read 2026-11)
 */
export function cardOf({ id, allow_redisplay, billing_details, card, customer, metadata }: PaymentMethod): Card {
  const { address, name } = billing_details
  return {
    id,
    object: 'card',
    address_city: address?.city ?? null,
    address_country: address?.country ?? null,
    address_line1: address?.line1 ?? null,
    address_line1_check: card?.checks?.address_line1_check ?? null,
    address_line2: address?.line2 ?? null,
    address_state: address?.state ?? null,
    address_zip: address?.postal_code ?? null,
    address_zip_check: card?.checks?.address_postal_code_check ?? null,
    allow_redisplay: allow_redisplay ?? 'unspecified',
    brand: legacyBrand(card?.brand ?? 'unknown'),
    country: card?.country ?? null,
    customer: customer ?? null,
    cvc_check: card?.checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? 'unknown',
    last4: card?.last4 ?? '',
    metadata: metadata ?? {},
    name: name ?? null,
    regulated_status: card?.regulated_status ?? null,
    tokenization_method: null,
  }
}

/** What a payment method says of who holds the card: what is not given stays as it is. */
export function billingOf(
  given: Cardholder,
  current?: PaymentMethod['billing_details'],
): Pick<Required<BillingDetailsInput>, 'address' | 'name'> {
  const part = (value: string | null | undefined, kept: string | null | undefined) =>
    value === undefined ? (kept ?? null) : value || null
  const { address } = current ?? {}
  return {
    address: {
      city: part(given.address_city, address?.city),
      country: part(given.address_country, address?.country),
      line1: part(given.address_line1, address?.line1),
      line2: part(given.address_line2, address?.line2),
      postal_code: part(given.address_zip, address?.postal_code),
      state: part(given.address_state, address?.state),
    },
    name: part(given.name, current?.name) ?? '',
  }
}
