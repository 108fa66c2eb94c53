import type { Coupon, LineItem, PromotionCode } from '../api.js'
import { checkRedeemable } from '../coupons/coupon.js'
import { invalidRequest } from '../errors.js'
import { promotionCodeState } from '../promotion-codes/promotion-code.js'
import type { StripeWorld } from '../world.js'
import { amountOff, eligible } from './totals.js'

export interface Discount {
  readonly coupon: Coupon
  readonly promotionCode: PromotionCode | null
}

/** The purchase that something is to be taken off from. */
export interface Purchase {
  readonly items: readonly LineItem[]
  readonly customer: string | null
}

/**
 * What `discounts` names, as far as it may be redeemed for this purchase.
 * @throws resource_missing, coupon_expired, a promotion code whose restrictions are not met (400)
 */
export function discountOf(
  world: StripeWorld,
  { coupon: couponId, promotion_code: codeId }: { coupon?: string; promotion_code?: string },
  purchase: Purchase,
): Discount | undefined {
  if (codeId !== undefined) {
    const param = 'discounts[0][promotion_code]'
    return checkedCode(world, world.promotionCodes.named(codeId, param), purchase, param)
  }
  if (couponId === undefined) return undefined
  const param = 'discounts[0][coupon]'
  const coupon = world.coupons.named(couponId, param)
  checkRedeemable(coupon, 'redeem', param)
  checkFits(world, coupon, purchase, param)
  return { coupon, promotionCode: null }
}

/**
 * A promotion code that may be redeemed for this purchase.
 * @throws what is in its way (400) @source the sentences on customers with prior transactions and on the minimum amount as quoted in programs of 2022 to 2026; @unverified the others
 */
export function checkedCode(
  world: StripeWorld,
  promotionCode: PromotionCode,
  purchase: Purchase,
  param: string,
): Discount {
  const { customer, promotion, restrictions } = promotionCode
  const refuse = (why: string) => invalidRequest(`This promotion code cannot be redeemed because ${why}.`, { param })
  const state = promotionCodeState(promotionCode, world.now(), world)
  if (state === 'exhausted') throw refuse('it has been used the maximum number of times')
  if (state === 'expired') throw refuse('it has expired')
  if (state === 'inactive') throw refuse('it is not active')
  if (customer !== null && customer !== purchase.customer) throw refuse('it belongs to another customer')
  if (restrictions.first_time_transaction && !isFirst(world, purchase.customer)) {
    throw refuse('the associated customer has prior transactions')
  }
  const { minimum_amount: least, minimum_amount_currency: currency } = restrictions
  const spent = purchase.items.reduce((sum, { amount_subtotal }) => sum + amount_subtotal, 0)
  if (least !== null && (purchase.items[0]?.currency !== currency || spent < least)) {
    throw refuse('the associated purchase does not meet the minimum amount requirement')
  }
  const coupon = world.coupons.named(promotion.coupon as string, param)
  checkFits(world, coupon, purchase, param)
  return { coupon, promotionCode }
}

/** Nobody can tell of a guest; Stripe refuses it then. @source https://docs.stripe.com/api/checkout/sessions/create (read 2026-11): `customer_creation` */
function isFirst(world: StripeWorld, customer: string | null): boolean {
  if (customer === null) return false
  return !world.charges.where('customer', customer).some(({ paid }) => paid)
}

/** @unverified wording */
function checkFits(world: StripeWorld, coupon: Coupon, { items }: Purchase, param: string): void {
  const currency = items[0]?.currency ?? ''
  if (coupon.amount_off !== null && amountOff(world, coupon, currency) === undefined) {
    throw invalidRequest(
      `The coupon ${coupon.id} takes off ${coupon.currency}, and the line items are in ${currency}.`,
      {
        param,
      },
    )
  }
  if (eligible(world, items, coupon).length > 0) return
  throw invalidRequest(`The coupon ${coupon.id} does not apply to any of the line items.`, { param })
}
