import { behaviour, type Coupon } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { ownIdOr } from '../own-id.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

/**
 * Creates a coupon: a part of the price, or an amount in minor units, that is taken off.
 * @throws parameter_missing, parameters_exclusive, parameter_invalid_integer, resource_already_exists, resource_missing (400)
 * @emits coupon.created  @source https://docs.stripe.com/api/coupons/create (read 2026-11-24); @unverified wording of the refusals
 */
export const createCoupon = behaviour('POST /v1/coupons', ({ body = {} }, world) => {
  checkAmounts(body)
  checkDuration(body)
  checkLimits(body, world)
  const products = body.applies_to?.products
  products?.forEach((id, i) => {
    world.products.named(id, `applies_to[products][${i}]`)
  })
  const coupon = world.coupons.insert({
    id: ownIdOr(body.id, world.coupons, () => world.port.random.base62(8)),
    object: 'coupon',
    amount_off: body.amount_off ?? null,
    created: world.now(),
    currency: body.currency === undefined ? null : checkCurrency(body.currency),
    duration: body.duration ?? 'once',
    duration_in_months: body.duration_in_months ?? null,
    livemode: false,
    max_redemptions: body.max_redemptions ?? null,
    metadata: mergeMetadata({}, body.metadata),
    name: body.name ?? null,
    percent_off: body.percent_off ?? null,
    redeem_by: body.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  } as Coupon)
  keepParts(world, coupon.id, body)
  if (coupon.redeem_by !== null) world.port.schedule('expire coupon', coupon.redeem_by * 1000, { coupon: coupon.id })
  world.emit('coupon.created', coupon)
  return coupon
})

interface Given {
  readonly amount_off?: number
  readonly applies_to?: { readonly products?: string[] }
  readonly currency?: string
  readonly currency_options?: Record<string, { amount_off: number }>
  readonly duration?: string
  readonly duration_in_months?: number
  readonly max_redemptions?: number
  readonly name?: string
  readonly percent_off?: number
  readonly redeem_by?: number
}

/** What only an expansion shows stands beside the coupon. */
export function keepParts(world: StripeWorld, id: string, { applies_to, currency_options }: Given): void {
  if (applies_to === undefined && currency_options === undefined) return
  const products = applies_to?.products
  world.couponParts.put({
    ...(world.couponParts.find(id) ?? { id }),
    ...(products && { applies_to: { products } }),
    ...(currency_options && { currency_options }),
  })
}

function checkAmounts({ amount_off: amount, currency, percent_off: percent }: Given): void {
  if (amount !== undefined && percent !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: amount_off, percent_off.', {
      code: 'parameters_exclusive',
      param: 'percent_off',
    })
  }
  if (amount === undefined && percent === undefined) {
    throw invalidRequest('You must pass either `percent_off` or `amount_off`.', {
      code: 'parameter_missing',
      param: 'percent_off',
    })
  }
  if (percent !== undefined && !(percent > 0 && percent <= 100)) {
    throw invalidRequest('Invalid percent_off: it must be more than 0 and at most 100.', { param: 'percent_off' })
  }
  if (amount === undefined) return
  if (amount < 1) throw tooSmall('amount_off')
  if (currency === undefined) {
    throw invalidRequest('You must pass `currency` when passing `amount_off`.', {
      code: 'parameter_missing',
      param: 'currency',
    })
  }
}

function checkDuration({ duration, duration_in_months: months }: Given): void {
  const param = 'duration_in_months'
  if (duration === 'repeating' && months === undefined) {
    throw invalidRequest('`duration_in_months` is required when `duration` is `repeating`.', {
      code: 'parameter_missing',
      param,
    })
  }
  if (duration !== 'repeating' && months !== undefined) {
    throw invalidRequest('`duration_in_months` can only be passed when `duration` is `repeating`.', { param })
  }
  if (months !== undefined && months < 1) throw tooSmall(param)
}

function checkLimits({ max_redemptions: most, name, redeem_by: until }: Given, world: StripeWorld): void {
  if (most !== undefined && most < 1) throw tooSmall('max_redemptions')
  if (until !== undefined && until <= world.now()) {
    throw invalidRequest('`redeem_by` must be in the future.', { param: 'redeem_by' })
  }
  if (name !== undefined && name.length > 40) {
    throw invalidRequest(`Invalid string: the name of a coupon has at most 40 characters; yours has ${name.length}.`, {
      param: 'name',
    })
  }
}

function tooSmall(param: string) {
  return invalidRequest('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param })
}
