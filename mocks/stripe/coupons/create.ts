import { behaviour, type Coupon } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { ownIdOr } from '../own-id.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

/**
 * Creates a coupon: a part of the price, or an amount in minor units, that is taken off.
 * @throws parameter_missing, parameter_invalid_integer, resource_already_exists, resource_missing (400)
 * @emits coupon.created  @source https://docs.stripe.com/api/coupons/create (read 2026-11-24); sentences as measured by others at
 * 2026-08-26.dahlia (2026-09); @unverified those on months without `repeating`, on the name, and on more than 100 %
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

const LEAST_PERCENT = 0.01

function checkAmounts({ amount_off: amount, currency, percent_off: percent }: Given): void {
  if (amount !== undefined && percent !== undefined) {
    throw invalidRequest('Received both percent_off and amount_off parameters. Please pass in only one.')
  }
  if (amount === undefined && percent === undefined) {
    throw invalidRequest('Must provide percent_off or amount_off.', { code: 'parameter_missing' })
  }
  if (percent !== undefined && percent < LEAST_PERCENT)
    throw outOfBounds(percent, `greater than or equal to ${LEAST_PERCENT}`)
  if (percent !== undefined && percent > 100) throw outOfBounds(percent, 'less than or equal to 100')
  if (amount === undefined) return
  if (amount < 1) throw tooSmall('amount_off')
  if (currency === undefined) {
    throw invalidRequest('You must pass currency when passing amount_off', { param: 'currency' })
  }
}

function checkDuration({ duration, duration_in_months: months }: Given): void {
  const param = 'duration_in_months'
  if (duration === 'repeating' && months === undefined) {
    throw invalidRequest('The duration_in_months param must be set when creating a coupon with a repeating duration', {
      param: 'duration',
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
    throw invalidRequest(
      `The parameter \`redeem_by\` expects a unix timestamp representing a date and time in the future. You specified the value \`${until}\` which is in the past.`,
      { param: 'redeem_by' },
    )
  }
  if (name !== undefined && name.length > 40) {
    throw invalidRequest(`Invalid string: the name of a coupon has at most 40 characters; yours has ${name.length}.`, {
      param: 'name',
    })
  }
}

/** A number as Ruby writes one that is no integer. */
function outOfBounds(percent: number, bound: string) {
  const shown = Number.isInteger(percent) ? percent.toFixed(1) : String(percent)
  return invalidRequest(`This value must be ${bound} (it currently is '${shown}').`, { param: 'percent_off' })
}

function tooSmall(param: string) {
  return invalidRequest('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param })
}
