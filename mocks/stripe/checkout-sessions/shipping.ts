import type { CheckoutSession, ShippingRate } from '../api.js'
import { invalidRequest } from '../errors.js'
import { insertRate, type RateInput } from '../shipping-rates/shipping-rate.js'
import type { StripeWorld } from '../world.js'

interface OptionInput {
  readonly shipping_rate?: string
  readonly shipping_rate_data?: RateInput
}

type Options = CheckoutSession['shipping_options']

/**
 * The ways of shipping that a customer chooses from; the first is chosen until then. Amounts in minor units.
 * @throws resource_missing, a rate without an amount or in another currency (400) @unverified wording
 */
export function shippingOptions(
  world: StripeWorld,
  given: readonly OptionInput[] | undefined,
  currency: string,
): Options {
  return (given ?? []).map((option, i) => {
    const param = `shipping_options[${i}][shipping_rate]`
    const rate = option.shipping_rate_data ? insertRate(world, option.shipping_rate_data) : rateOf(world, option, param)
    const { fixed_amount: fixed } = rate
    if (fixed?.currency === currency) return { shipping_amount: fixed.amount, shipping_rate: rate.id }
    throw invalidRequest(`The shipping rate ${rate.id} has no amount in ${currency}.`, { param })
  })
}

function rateOf(world: StripeWorld, { shipping_rate: id }: OptionInput, param: string): ShippingRate {
  if (id === undefined) {
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  return world.collection<ShippingRate>('shipping_rate').named(id, param)
}

/** What the chosen option costs, as the session shows it. */
export function shippingCost(options: Options, chosen = 0): CheckoutSession['shipping_cost'] {
  const option = options[chosen]
  if (!option) return null
  const { shipping_amount: amount, shipping_rate: rate } = option
  return { amount_subtotal: amount, amount_tax: 0, amount_total: amount, shipping_rate: rate }
}
