import type { Coupon, LineItem, Price } from '../api.js'
import type { StripeWorld } from '../world.js'

/** What so many cost, in minor units, rounded to whole ones. */
export function amountFor(world: StripeWorld, price: Price, quantity: number): number {
  const packs = price.transform_quantity
  const units = packs ? Math[packs.round === 'up' ? 'ceil' : 'floor'](quantity / packs.divide_by) : quantity
  if (price.billing_scheme === 'tiered') return tiered(world, price, units)
  return Math.round(units * Number(price.unit_amount_decimal ?? price.unit_amount ?? 0))
}

/** `volume`: all units at the price of the tier that they reach; `graduated`: each unit at that of its own. */
function tiered(world: StripeWorld, { id, tiers_mode: mode }: Price, units: number): number {
  let total = 0
  let from = 0
  for (const { flat_amount_decimal: flat, unit_amount_decimal: unit, up_to: end } of world.priceParts.find(id)?.tiers ??
    []) {
    const reached = end === null || units <= end
    const within = mode === 'volume' ? units : Math.min(units, end ?? units) - from
    if (mode === 'graduated' || reached) total += Number(flat ?? 0) + within * Number(unit ?? 0)
    if (reached) break
    from = end
  }
  return Math.round(total)
}

/** The lines that a coupon is good for. */
export function eligible(world: StripeWorld, items: readonly LineItem[], coupon: Coupon): readonly LineItem[] {
  const products = world.couponParts.find(coupon.id)?.applies_to?.products
  return products ? items.filter(({ price }) => products.includes(String(price?.product))) : items
}

/** What a coupon takes off in a currency, in minor units: undefined where it knows none. */
export function amountOff(world: StripeWorld, coupon: Coupon, currency: string): number | undefined {
  if (coupon.currency === currency) return coupon.amount_off ?? undefined
  return world.couponParts.find(coupon.id)?.currency_options?.[currency]?.amount_off
}

/**
 * The lines with a coupon's discount, each with its share.
 * @unverified how Stripe spreads it over the lines; the sum is that of its documentation
 */
export function discounted(world: StripeWorld, items: readonly LineItem[], coupon: Coupon | undefined): LineItem[] {
  const good = coupon ? eligible(world, items, coupon) : []
  const base = sum(good.map(({ amount_subtotal }) => amount_subtotal))
  const currency = items[0]?.currency ?? ''
  const wanted =
    coupon?.percent_off != null
      ? Math.round((base * coupon.percent_off) / 100)
      : Math.min(base, (coupon && amountOff(world, coupon, currency)) ?? 0)
  let before = 0
  return items.map((item) => {
    if (!good.includes(item) || base === 0) return { ...item, amount_discount: 0, amount_total: item.amount_subtotal }
    // By the running sum, so that no line is rounded below nothing and none of it is lost.
    const upTo = before + item.amount_subtotal
    const off = Math.floor((wanted * upTo) / base) - Math.floor((wanted * before) / base)
    before = upTo
    return { ...item, amount_discount: off, amount_total: item.amount_subtotal - off }
  })
}

/** The sums of a session, in minor units. */
export function totalsOf(items: readonly LineItem[], shipping: number | null) {
  const discount = sum(items.map(({ amount_discount }) => amount_discount))
  const subtotal = sum(items.map(({ amount_subtotal }) => amount_subtotal))
  return {
    amount_subtotal: subtotal,
    amount_total: subtotal - discount + (shipping ?? 0),
    total_details: { amount_discount: discount, amount_shipping: shipping ?? 0, amount_tax: 0 },
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
