import type { CheckoutSession } from '../api.js'
import { redeemCoupon } from '../coupons/coupon.js'
import { countCompleted } from '../payment-links/payment-link.js'
import { redeemPromotionCode } from '../promotion-codes/promotion-code.js'
import type { StripeWorld } from '../world.js'

/**
 * Ends a session that was paid, or whose payment is under way. What took something off is redeemed now, and not before.
 * @emits checkout.session.completed
 */
export function completeSession(
  world: StripeWorld,
  id: string,
  patch: Pick<CheckoutSession, 'payment_status'>,
): CheckoutSession {
  const session = world.checkoutSessions.get(id, 'session')
  for (const { coupon, promotion_code: code } of session.discounts ?? []) {
    if (code) redeemPromotionCode(world, code as string)
    else if (coupon) redeemCoupon(world, coupon as string)
  }
  if (session.payment_link !== null) countCompleted(world, session.payment_link as string)
  const complete = world.checkoutSessions.update(id, { ...patch, status: 'complete', url: null })
  world.emit('checkout.session.completed', complete)
  return complete
}
