import { lifecycle, type Row } from '../../../src/engine/kit.js'
import type { Coupon } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/** What is shown of a coupon only where it is expanded. */
export interface CouponParts extends Row {
  readonly applies_to?: NonNullable<Coupon['applies_to']>
  readonly currency_options?: NonNullable<Coupon['currency_options']>
}

export type CouponState = 'valid' | 'exhausted' | 'expired' | 'deleted'
type Action = 'update' | 'redeem' | 'promote' | 'expire' | 'delete'

const THERE: readonly CouponState[] = ['valid', 'exhausted', 'expired']

/** @source https://docs.stripe.com/api/coupons/object (read 2026-11): `valid` */
export const couponLifecycle = lifecycle<CouponState, Action>([...THERE, 'deleted'], {
  update: { from: THERE, to: THERE },
  redeem: { from: ['valid'], to: ['valid', 'exhausted'] },
  /** A promotion code is made of it. */
  promote: { from: ['valid'], to: ['valid'] },
  expire: { from: ['valid', 'exhausted'], to: ['expired', 'exhausted'] },
  delete: { from: THERE, to: ['deleted'] },
})

export function couponState(coupon: Coupon | undefined): CouponState {
  if (!coupon) return 'deleted'
  if (coupon.valid) return 'valid'
  const { max_redemptions: most, times_redeemed: times } = coupon
  return most !== null && times >= most ? 'exhausted' : 'expired'
}

/** @throws coupon_expired (400) @unverified wording */
export function checkRedeemable(coupon: Coupon, action: 'redeem' | 'promote', param: string): void {
  if (couponLifecycle.allows(couponState(coupon), action)) return
  throw invalidRequest(`Coupon expired: ${coupon.id}`, { code: 'coupon_expired', param })
}

/** Counts a redemption; the last that is allowed makes the coupon invalid. */
export function redeemCoupon(world: StripeWorld, id: string): void {
  const coupon = world.coupons.find(id)
  if (!coupon) return
  const times = coupon.times_redeemed + 1
  const most = coupon.max_redemptions
  world.coupons.update(id, { times_redeemed: times, valid: coupon.valid && (most === null || times < most) })
}

/** `redeem_by` has passed. @unverified that no event tells of it */
export function expireCoupon(world: StripeWorld, id: string): void {
  if (world.coupons.find(id)) world.coupons.update(id, { valid: false })
}
