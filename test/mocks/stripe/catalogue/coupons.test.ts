import type Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { couponLifecycle, couponState } from '../../../../mocks/stripe/coupons/coupon.js'
import { promotionCodeLifecycle, promotionCodeState } from '../../../../mocks/stripe/promotion-codes/promotion-code.js'
import { DAY, errorOf, NOW, stripeWorld } from '../../../support/stripe.js'

type World = Awaited<ReturnType<typeof stripeWorld>>
const TOMORROW = NOW / 1000 + 24 * 3600

test.each([
  [{}, 'parameter_missing', undefined],
  [{ percent_off: 10, amount_off: 100, currency: 'usd' }, undefined, undefined],
  [{ percent_off: 101 }, undefined, 'percent_off'],
  [{ amount_off: 100 }, undefined, 'currency'],
  [{ percent_off: 10, duration: 'repeating' }, undefined, 'duration'],
  [{ percent_off: 10, duration_in_months: 2 }, undefined, 'duration_in_months'],
  [{ percent_off: 10, redeem_by: NOW / 1000 - 1 }, undefined, 'redeem_by'],
  [{ percent_off: 10, max_redemptions: 0 }, 'parameter_invalid_integer', 'max_redemptions'],
  [{ percent_off: 10, applies_to: { products: ['prod_none'] } }, 'resource_missing', 'applies_to[products][0]'],
] as const)('a coupon of %j is refused', async (given, code, param) => {
  const { stripe } = await stripeWorld()
  const error = await errorOf(stripe.coupons.create(given as never))
  expect([error.code, error.param]).toEqual([code, param])
})

test('a coupon shows what it applies to where that is expanded', async () => {
  const { stripe } = await stripeWorld()
  const tea = await stripe.products.create({ name: 'Tea' })
  const coupon = await stripe.coupons.create({ id: 'TEA', percent_off: 12.5, applies_to: { products: [tea.id] } })
  expect(coupon).toMatchObject({ id: 'TEA', percent_off: 12.5, duration: 'once', valid: true, times_redeemed: 0 })
  expect(coupon.applies_to).toBeUndefined()
  const whole = await stripe.coupons.retrieve('TEA', { expand: ['applies_to'] })
  expect(whole.applies_to).toEqual({ products: [tea.id] })
  const change = { percent_off: 50 } as Stripe.CouponUpdateParams
  expect((await errorOf(stripe.coupons.update('TEA', change))).code).toBe('parameter_unknown')
})

test.each([
  [{ code: 'no spaces' }, undefined, 'code'],
  [{ max_redemptions: 6 }, undefined, 'max_redemptions'],
  [{ expires_at: TOMORROW + 1 }, undefined, 'expires_at'],
  [{ restrictions: { minimum_amount: 100 } }, 'parameter_missing', 'restrictions[minimum_amount_currency]'],
  [{ customer: 'cus_none' }, 'resource_missing', 'customer'],
] as const)('a promotion code of %j is refused', async (given, code, param) => {
  const { stripe } = await stripeWorld()
  await stripe.coupons.create({ id: 'C', percent_off: 10, max_redemptions: 5, redeem_by: TOMORROW })
  const promotion = { type: 'coupon', coupon: 'C' } as const
  const error = await errorOf(stripe.promotionCodes.create({ promotion, ...given } as never))
  expect([error.code, error.param]).toEqual([code, param])
})

test('a word is active once, however it is written', async () => {
  const { stripe } = await stripeWorld()
  await stripe.coupons.create({ id: 'C', percent_off: 10 })
  const promotion = { type: 'coupon', coupon: 'C' } as const
  const first = await stripe.promotionCodes.create({ promotion, code: 'Autumn' })
  const again = stripe.promotionCodes.create({ promotion, code: 'AUTUMN' })
  expect((await errorOf(again)).message).toBe('An active promotion code with `code: AUTUMN` already exists.')
  await stripe.promotionCodes.update(first.id, { active: false })
  expect((await stripe.promotionCodes.create({ promotion, code: 'AUTUMN' })).active).toBe(true)
  expect((await stripe.promotionCodes.list({ code: 'autumn', active: true })).data).toHaveLength(1)
})

/** Pays with a discount, so that it is redeemed. */
async function redeem({ stripe, view, world }: World, discount: Stripe.Checkout.SessionCreateParams.Discount) {
  const { completeSession } = await import('../../../../mocks/stripe/checkout-sessions/complete.js')
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://localhost/ok',
    line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 5000, product_data: { name: 'Tea' } } }],
    discounts: [discount],
  })
  world.transact('test', undefined, () => completeSession(view, session.id, { payment_status: 'paid' }))
}

describe('the table of coupons', () => {
  const reach = {
    valid: (world: World) => world.stripe.coupons.create({ id: 'C', percent_off: 10 }),
    exhausted: async (world: World) => {
      await world.stripe.coupons.create({ id: 'C', percent_off: 10, max_redemptions: 1 })
      await redeem(world, { coupon: 'C' })
    },
    expired: async (world: World) => {
      await world.stripe.coupons.create({ id: 'C', percent_off: 10, redeem_by: TOMORROW })
      await world.advance(DAY)
    },
    deleted: async (world: World) => {
      await world.stripe.coupons.create({ id: 'C', percent_off: 10 })
      await world.stripe.coupons.del('C')
    },
  }
  const act = {
    update: ({ stripe }: World) => stripe.coupons.update('C', { name: 'Ten' }),
    redeem: (world: World) => redeem(world, { coupon: 'C' }),
    promote: ({ stripe }: World) => stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: 'C' } }),
    delete: ({ stripe }: World) => stripe.coupons.del('C'),
  }
  const cells = couponLifecycle.states.flatMap((state) =>
    (Object.keys(act) as (keyof typeof act)[]).map((action) => ({
      state,
      action,
      allowed: couponLifecycle.allows(state, action),
    })),
  )
  test.each(cells)('$action of one that is $state: $allowed', async ({ state, action, allowed }) => {
    const world = await stripeWorld()
    await reach[state](world)
    const now = () => couponState(world.view.coupons.find('C'))
    expect(now()).toBe(state)
    if (!allowed) {
      expect((await errorOf(act[action](world) as Promise<unknown>)).code).toMatch(/coupon_expired|resource_missing/)
      expect(now()).toBe(state)
      return
    }
    await act[action](world)
    expect(couponLifecycle.actions[action].to).toContain(now())
  })
})

describe('the table of promotion codes', () => {
  const promotion = { type: 'coupon', coupon: 'C' } as const
  const create = async ({ stripe }: World, more: Partial<Stripe.PromotionCodeCreateParams> = {}) => {
    await stripe.coupons.create({ id: 'C', percent_off: 10 })
    return (await stripe.promotionCodes.create({ promotion, code: 'AUTUMN', ...more })).id
  }
  const reach = {
    active: (world: World) => create(world),
    inactive: (world: World) => create(world, { active: false }),
    exhausted: async (world: World) => {
      const id = await create(world, { max_redemptions: 1 })
      await redeem(world, { promotion_code: id })
      return id
    },
    expired: async (world: World) => {
      const id = await create(world, { expires_at: TOMORROW })
      await world.advance(DAY)
      return id
    },
  }
  const act = {
    update: ({ stripe }: World, id: string) => stripe.promotionCodes.update(id, { metadata: { a: '1' } }),
    activate: ({ stripe }: World, id: string) => stripe.promotionCodes.update(id, { active: true }),
    deactivate: ({ stripe }: World, id: string) => stripe.promotionCodes.update(id, { active: false }),
    redeem: (world: World, id: string) => redeem(world, { promotion_code: id }),
  }
  const cells = promotionCodeLifecycle.states.flatMap((state) =>
    (Object.keys(act) as (keyof typeof act)[]).map((action) => ({
      state,
      action,
      allowed: promotionCodeLifecycle.allows(state, action),
    })),
  )
  test.each(cells)('$action of one that is $state: $allowed', async ({ state, action, allowed }) => {
    const world = await stripeWorld()
    const id = await reach[state](world)
    const now = () =>
      promotionCodeState(world.view.promotionCodes.get(id, 'promotion_code'), world.view.now(), world.view)
    expect(now()).toBe(state)
    if (!allowed) {
      expect((await errorOf(act[action](world, id) as Promise<unknown>)).type).toBe('StripeInvalidRequestError')
      expect(now()).toBe(state)
      return
    }
    await act[action](world, id)
    expect(promotionCodeLifecycle.actions[action].to).toContain(now())
  })
  test('a code ends with its coupon', async () => {
    const world = await stripeWorld()
    const id = await create(world)
    await world.stripe.coupons.del('C')
    expect((await world.stripe.promotionCodes.retrieve(id)).active).toBe(false)
    expect((await errorOf(world.stripe.promotionCodes.update(id, { active: true }))).param).toBe('active')
  })
})
