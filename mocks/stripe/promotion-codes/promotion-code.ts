import { lifecycle } from '../../../src/engine/kit.js'
import type { PromotionCode } from '../api.js'
import { redeemCoupon } from '../coupons/coupon.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type PromotionCodeState = 'active' | 'inactive' | 'exhausted' | 'expired'
type Action = 'update' | 'activate' | 'deactivate' | 'redeem' | 'expire'

const STATES: readonly PromotionCodeState[] = ['active', 'inactive', 'exhausted', 'expired']

/** @source https://docs.stripe.com/api/promotion_codes/update (read 2026-11): active again only while its coupon is valid */
export const promotionCodeLifecycle = lifecycle<PromotionCodeState, Action>(STATES, {
  update: { from: STATES, to: STATES },
  activate: { from: ['active', 'inactive'], to: ['active'] },
  deactivate: { from: STATES, to: ['inactive', 'exhausted', 'expired'] },
  redeem: { from: ['active'], to: ['active', 'exhausted'] },
  expire: { from: STATES, to: ['expired', 'exhausted'] },
})

/** In Unix seconds. What is used up or over can never be active again. */
export function promotionCodeState(code: PromotionCode, now: number, world: StripeWorld): PromotionCodeState {
  const { active, expires_at: until, max_redemptions: most, promotion, times_redeemed: times } = code
  const coupon = world.coupons.find(promotion.coupon as string)
  if (most !== null && times >= most) return 'exhausted'
  if ((until !== null && until <= now) || !coupon) return 'expired'
  if (!coupon.valid) return coupon.times_redeemed >= (coupon.max_redemptions ?? Infinity) ? 'exhausted' : 'expired'
  return active ? 'active' : 'inactive'
}

/** @throws one that is used up, over, or whose coupon is (400) @unverified wording */
export function checkActivation(code: PromotionCode, world: StripeWorld): void {
  const state = promotionCodeState(code, world.now(), world)
  if (promotionCodeLifecycle.allows(state, 'activate')) return
  const why = { exhausted: 'has been redeemed as often as it may be', expired: 'has expired' }[state as 'expired']
  throw invalidRequest(`This promotion code cannot be activated because it, or its coupon, ${why}.`, {
    param: 'active',
  })
}

/** Counts a redemption, of the coupon too; the last that is allowed makes the code inactive. */
export function redeemPromotionCode(world: StripeWorld, id: string): void {
  const code = world.promotionCodes.find(id)
  if (!code) return
  redeemCoupon(world, code.promotion.coupon as string)
  const counted = world.promotionCodes.update(id, { times_redeemed: code.times_redeemed + 1 })
  const still = promotionCodeState(counted, world.now(), world) === 'active'
  world.promotionCodes.update(id, { active: still })
}

/** `expires_at` has passed. @unverified that no event tells of it */
export function expirePromotionCode(world: StripeWorld, id: string): void {
  if (world.promotionCodes.find(id)) world.promotionCodes.update(id, { active: false })
}
