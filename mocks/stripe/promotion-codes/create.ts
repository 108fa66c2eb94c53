import { behaviour, type Coupon, type PromotionCode } from '../api.js'
import { checkRedeemable } from '../coupons/coupon.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'

const DRAWN = 8

/**
 * Makes a word of a coupon that customers can type. Amounts in minor units, times in Unix seconds.
 * @throws resource_missing, parameter_missing, parameter_invalid_integer, coupon_expired, a code that is in use (400)
 * @emits promotion_code.created
 * @source https://docs.stripe.com/api/promotion_codes/create (read 2026-11-24); the sentence on codes in use as quoted in programs of 2023 to 2026; @unverified the other wordings
 */
export const createPromotionCode = behaviour('POST /v1/promotion_codes', ({ body }, world) => {
  const param = 'promotion[coupon]'
  const { coupon: id } = body.promotion
  if (id === undefined) throw missingParam(param)
  const coupon = world.coupons.named(id, param)
  checkRedeemable(coupon, 'promote', param)
  checkWithin(body, coupon, world)
  if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
  const code = body.code ?? world.port.random.base62(DRAWN).toUpperCase()
  checkCode(code, body.customer ?? null, world)
  const made = world.promotionCodes.insert({
    id: world.id('promo'),
    object: 'promotion_code',
    active: body.active ?? true,
    code,
    created: world.now(),
    customer: body.customer ?? null,
    customer_account: null,
    expires_at: body.expires_at ?? null,
    livemode: false,
    max_redemptions: body.max_redemptions ?? null,
    metadata: mergeMetadata({}, body.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: restrictionsOf(body.restrictions),
    times_redeemed: 0,
  } as PromotionCode)
  if (made.expires_at !== null) {
    world.port.schedule('expire promotion code', made.expires_at * 1000, { promotion_code: made.id })
  }
  world.emit('promotion_code.created', made)
  return made
})

interface Restrictions {
  readonly first_time_transaction?: boolean
  readonly minimum_amount?: number
  readonly minimum_amount_currency?: string
}

function restrictionsOf({ first_time_transaction, minimum_amount, minimum_amount_currency }: Restrictions = {}) {
  if ((minimum_amount === undefined) !== (minimum_amount_currency === undefined)) {
    const param = minimum_amount === undefined ? 'minimum_amount' : 'minimum_amount_currency'
    throw missingParam(`restrictions[${param}]`)
  }
  return {
    first_time_transaction: first_time_transaction ?? false,
    minimum_amount: minimum_amount ?? null,
    minimum_amount_currency: minimum_amount_currency === undefined ? null : checkCurrency(minimum_amount_currency),
  }
}

/** A code cannot be redeemed longer or more often than its coupon. */
function checkWithin(
  { expires_at: until, max_redemptions: most }: { expires_at?: number; max_redemptions?: number },
  coupon: Coupon,
  world: StripeWorld,
): void {
  if (most !== undefined && most < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'max_redemptions',
    })
  }
  if (most !== undefined && coupon.max_redemptions !== null && most > coupon.max_redemptions) {
    throw invalidRequest(
      `The max_redemptions of a promotion code cannot be more than that of its coupon (${coupon.max_redemptions}).`,
      { param: 'max_redemptions' },
    )
  }
  if (until === undefined) return
  const late = coupon.redeem_by !== null && until > coupon.redeem_by
  if (!late && until > world.now()) return
  throw invalidRequest(
    late ? 'expires_at cannot be later than the redeem_by of the coupon.' : 'expires_at must be in the future.',
    { param: 'expires_at' },
  )
}

/** Letters count alike, large or small. One code may be active for all customers, and one for each. */
function checkCode(code: string, customer: string | null, world: StripeWorld): void {
  if (!/^[a-zA-Z0-9-]{1,500}$/.test(code)) {
    throw invalidRequest('Promotion codes can only have letters, digits and dashes.', { param: 'code' })
  }
  const same = (other: PromotionCode) => other.code.toLowerCase() === code.toLowerCase()
  if (!world.promotionCodes.all().some((other) => other.active && other.customer === customer && same(other))) return
  throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, { param: 'code' })
}

function missingParam(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
