import { behaviour } from '../api.js'

/**
 * Deletes a coupon: nobody can redeem it any more, by a promotion code either.
 * @throws resource_missing (404)  @emits coupon.deleted, promotion_code.updated
 * @source https://docs.stripe.com/api/coupons/delete (read 2026-11-24); @unverified that promotion codes of it are told
 */
export const deleteCoupon = behaviour('DELETE /v1/coupons/{coupon}', ({ params }, world) => {
  const coupon = world.coupons.get(params.coupon, 'coupon')
  world.coupons.delete(coupon.id)
  world.emit('coupon.deleted', { ...coupon, valid: false })
  for (const code of world.promotionCodes.all()) {
    if (!code.active || code.promotion.coupon !== coupon.id) continue
    world.emit('promotion_code.updated', world.promotionCodes.update(code.id, { active: false }), code)
  }
  return { id: coupon.id, object: 'coupon' as const, deleted: true as const }
})
