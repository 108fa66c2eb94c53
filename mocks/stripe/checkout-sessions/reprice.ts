import type { CheckoutSession, LineItem } from '../api.js'
import type { StripeWorld } from '../world.js'
import { partsOf } from './checkout-session.js'
import { type Discount, discountOf } from './discount.js'
import { shippingCost } from './shipping.js'
import { discounted, totalsOf } from './totals.js'

interface Change {
  readonly items?: readonly LineItem[]
  /** `null` takes what there was away. */
  readonly discount?: Discount | null
  /** Of the session's shipping options. */
  readonly shipping?: number
}

/** Works out a session's sums anew after the person has changed something. */
export function reprice(world: StripeWorld, session: CheckoutSession, change: Change): CheckoutSession {
  const parts = partsOf(world, session.id)
  const kept = change.discount === undefined ? currentDiscount(world, session) : (change.discount ?? undefined)
  const items = discounted(world, change.items ?? parts.items, kept?.coupon)
  world.sessionParts.put({ ...parts, items })
  const cost =
    change.shipping === undefined ? session.shipping_cost : shippingCost(session.shipping_options, change.shipping)
  return world.checkoutSessions.update(session.id, {
    ...totalsOf(items, cost?.amount_total ?? null),
    shipping_cost: cost,
    ...(change.discount !== undefined && { discounts: change.discount ? [shownDiscount(change.discount)] : [] }),
  })
}

/** By its code where the customer has one, or else by the coupon. */
export function shownDiscount({ coupon, promotionCode }: Discount) {
  return { coupon: promotionCode ? null : coupon.id, promotion_code: promotionCode?.id ?? null }
}

function currentDiscount(world: StripeWorld, { discounts }: CheckoutSession): Discount | undefined {
  const [given] = discounts ?? []
  const promotionCode = world.promotionCodes.find(String(given?.promotion_code)) ?? null
  const coupon = world.coupons.find(String(promotionCode?.promotion.coupon ?? given?.coupon))
  return coupon && { coupon, promotionCode }
}

/** What the session's discount is still good for, at the moment of paying. @throws what is in its way (400) */
export function recheckDiscount(world: StripeWorld, session: CheckoutSession): void {
  const [given] = session.discounts ?? []
  if (!given) return
  const { coupon, promotion_code: code } = given
  const asked = code ? { promotion_code: code as string } : { coupon: coupon as string }
  discountOf(world, asked, { items: partsOf(world, session.id).items, customer: session.customer as string | null })
}
