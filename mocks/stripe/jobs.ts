import type { VendorDefinition } from '../../src/engine/kit.js'
import { settleCharge } from './charges/charge.js'
import { expireWhenDue } from './checkout-sessions/expiry.js'
import { expireCoupon } from './coupons/coupon.js'
import { expireAuthorization } from './payment-intents/expire.js'
import { expirePromotionCode } from './promotion-codes/promotion-code.js'
import { settleRefund } from './refunds/settle.js'
import type { StripeWorld } from './world.js'

/** What Stripe does some time after the request that asked for it. */
export const jobs: NonNullable<VendorDefinition<StripeWorld>['jobs']> = {
  'settle charge': ({ charge: id }, world) => {
    const charge = world.charges.find(String(id))
    if (!charge || charge.balance_transaction !== null) return
    world.emit('charge.updated', settleCharge(world, charge), charge)
  },
  'expire authorization': ({ intent }, world) => expireAuthorization(world, String(intent)),
  'expire checkout session': ({ session }, world) => expireWhenDue(world, String(session)),
  'expire coupon': ({ coupon }, world) => expireCoupon(world, String(coupon)),
  'expire promotion code': ({ promotion_code: id }, world) => expirePromotionCode(world, String(id)),
  'settle refund': ({ refund, fails }, world) => settleRefund(world, String(refund), fails === true),
}
