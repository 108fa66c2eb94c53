import type { Metadata, ShippingRate } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

export interface RateInput {
  readonly delivery_estimate?: object
  readonly display_name: string
  readonly fixed_amount?: { readonly amount: number; readonly currency: string }
  readonly metadata?: Record<string, string>
  readonly tax_behavior?: ShippingRate['tax_behavior']
}

/** Under `shipping_rate_data` too. @throws parameter_missing (400) @unverified wording */
export function insertRate(world: StripeWorld, input: RateInput): ShippingRate {
  const { delivery_estimate: estimate, fixed_amount: fixed } = input
  if (!fixed) {
    throw invalidRequest('Missing required param: fixed_amount.', { code: 'parameter_missing', param: 'fixed_amount' })
  }
  return world.collection<ShippingRate>('shipping_rate').insert({
    id: world.id('shr'),
    object: 'shipping_rate',
    active: true,
    created: world.now(),
    delivery_estimate: estimate ? { maximum: null, minimum: null, ...estimate } : null,
    display_name: input.display_name,
    fixed_amount: { amount: fixed.amount, currency: checkCurrency(fixed.currency) },
    livemode: false,
    metadata: mergeMetadata({}, input.metadata as Metadata),
    tax_behavior: input.tax_behavior ?? 'unspecified',
    tax_code: null,
    type: 'fixed_amount',
  } as ShippingRate)
}
