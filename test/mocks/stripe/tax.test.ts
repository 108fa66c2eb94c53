import fc from 'fast-check'
import type Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../support/stripe.js'

const GERMANY = { address: { country: 'DE' }, address_source: 'billing' as const }
const EXPAND = { expand: ['line_items'] }

async function registered() {
  const world = await stripeWorld()
  await world.stripe.tax.registrations.create({
    country: 'DE',
    country_options: { de: { type: 'standard', standard: { place_of_supply_scheme: 'standard' } } },
    active_from: 'now',
  })
  const calculated = (more: Partial<Stripe.Tax.CalculationCreateParams> = {}) =>
    world.stripe.tax.calculations.create({
      currency: 'eur',
      customer_details: GERMANY,
      line_items: [
        { amount: 1000, reference: 'tea' },
        { amount: 1190, reference: 'cup', tax_behavior: 'inclusive' },
      ],
      shipping_cost: { amount: 500 },
      ...EXPAND,
      ...more,
    })
  const recorded = async (reference: string, more: Partial<Stripe.Tax.CalculationCreateParams> = {}) =>
    world.stripe.tax.transactions.createFromCalculation({
      calculation: (await calculated(more)).id ?? '',
      reference,
      ...EXPAND,
    })
  return { ...world, calculated, recorded, transactions: world.stripe.tax.transactions }
}

/** What a transaction and its reversals come to, by line and for shipping. */
const sumOf = (all: readonly Stripe.Tax.Transaction[]) =>
  all.reduce(
    (sum, { line_items, shipping_cost }) => {
      const rows = [...(line_items?.data ?? []), ...(shipping_cost ? [shipping_cost] : [])]
      return rows.reduce((s, row) => ({ amount: s.amount + row.amount, tax: s.tax + row.amount_tax }), sum)
    },
    { amount: 0, tax: 0 },
  )

describe('a calculation', () => {
  test('has the tax of where the account is registered, on top of prices or in them', async () => {
    const { calculated, stripe } = await registered()
    const made = await calculated()
    expect(made).toMatchObject({ amount_total: 2975, tax_amount_exclusive: 285, tax_amount_inclusive: 190 })
    const lines = made.line_items?.data ?? []
    expect(lines.map((line) => [line.reference, line.amount, line.amount_tax])).toEqual([
      ['tea', 1000, 190],
      ['cup', 1190, 190],
    ])
    expect((await stripe.tax.calculations.listLineItems(made.id ?? '')).data).toEqual(lines)
    expect(lines[0]?.tax_breakdown?.[0]).toMatchObject({ taxability_reason: 'standard_rated' })
  })

  test('has none where it is not registered, or the customer is exempt', async () => {
    const { calculated } = await registered()
    const abroad = await calculated({ customer_details: { address: { country: 'FR' }, address_source: 'billing' } })
    expect(abroad).toMatchObject({
      tax_amount_exclusive: 0,
      tax_breakdown: [{ taxability_reason: 'not_collecting' }, {}],
    })
    const exempt = await calculated({ customer_details: { ...GERMANY, taxability_override: 'customer_exempt' } })
    expect(exempt).toMatchObject({ amount_total: 2690, tax_breakdown: [{ taxability_reason: 'customer_exempt' }, {}] })
  })

  test('wants a customer, somewhere, and lines that can be told apart', async () => {
    const { calculated, stripe } = await registered()
    const nobody = stripe.tax.calculations.create({ currency: 'eur', line_items: [{ amount: 1 }] })
    expect(await errorOf(nobody)).toMatchObject({ code: 'parameter_missing', param: 'customer_details' })
    const { id } = await stripe.customers.create()
    const nowhere = stripe.tax.calculations.create({ currency: 'eur', customer: id, line_items: [{ amount: 1 }] })
    expect((await errorOf(nowhere)).code).toBe('customer_tax_location_invalid')
    const line = { amount: 100, reference: 'same' }
    expect(await errorOf(calculated({ line_items: [line, line] }))).toMatchObject({ param: 'line_items' })
  })
})

describe('a transaction', () => {
  test('records a calculation, once', async () => {
    const { calculated, transactions } = await registered()
    const { id } = await calculated()
    const calculation = id ?? ''
    const made = await transactions.createFromCalculation({ calculation, reference: 'order-1', ...EXPAND })
    expect(made).toMatchObject({ type: 'transaction', reversal: null, currency: 'eur', reference: 'order-1' })
    expect(sumOf([made])).toEqual({ amount: 2690, tax: 475 })
    expect((await transactions.listLineItems(made.id)).data).toEqual(made.line_items?.data)

    const again = await errorOf(transactions.createFromCalculation({ calculation, reference: 'order-2' }))
    expect(again).toMatchObject({ statusCode: 400, param: 'calculation' })
  })

  test('has a reference of its own, among reversals too', async () => {
    const { calculated, recorded, transactions } = await registered()
    const { id } = await recorded('order-1')
    await transactions.createReversal({ mode: 'full', original_transaction: id, reference: 'refund-1' })
    for (const reference of ['order-1', 'refund-1']) {
      const calculation = (await calculated()).id ?? ''
      const error = await errorOf(transactions.createFromCalculation({ calculation, reference }))
      expect(error).toMatchObject({ code: 'resource_already_exists', param: 'reference', statusCode: 400 })
    }
  })

  test('is not made of a calculation that has expired, or that is not there', async () => {
    const { calculated, transactions, advance } = await registered()
    const { id } = await calculated()
    await advance(90 * DAY)
    const late = await errorOf(transactions.createFromCalculation({ calculation: id ?? '', reference: 'late' }))
    expect(late).toMatchObject({ statusCode: 400, param: 'calculation' })
    const none = await errorOf(transactions.createFromCalculation({ calculation: 'taxcalc_none', reference: 'none' }))
    expect(none).toMatchObject({ code: 'resource_missing', statusCode: 400 })
  })
})

describe('a reversal', () => {
  test('takes all back, once', async () => {
    const { recorded, transactions } = await registered()
    const sale = await recorded('order')
    const back = await transactions.createReversal({
      mode: 'full',
      original_transaction: sale.id,
      reference: 'back',
      ...EXPAND,
    })
    expect(back).toMatchObject({ type: 'reversal', reversal: { original_transaction: sale.id } })
    expect(sumOf([sale, back])).toEqual({ amount: 0, tax: 0 })
    expect(back.line_items?.data[0]).toMatchObject({
      amount: -1000,
      reversal: { original_line_item: sale.line_items?.data[0]?.id },
    })

    const again = transactions.createReversal({ mode: 'full', original_transaction: sale.id, reference: 'again' })
    expect(await errorOf(again)).toMatchObject({ statusCode: 400, param: 'mode' })
    const ofBack = transactions.createReversal({ mode: 'full', original_transaction: back.id, reference: 'forth' })
    expect(await errorOf(ofBack)).toMatchObject({ statusCode: 400, param: 'original_transaction' })
  })

  test('takes a part of a line back, and not more than is left of it', async () => {
    const { recorded, transactions } = await registered()
    const sale = await recorded('order')
    const original_line_item = sale.line_items?.data[0]?.id ?? ''
    const part = (reference: string, amount: number, amount_tax: number) =>
      transactions.createReversal({
        mode: 'partial',
        original_transaction: sale.id,
        reference,
        line_items: [{ original_line_item, reference: `${reference} tea`, amount, amount_tax }],
        ...EXPAND,
      })
    const back = await part('first', -600, -114)
    expect(back.line_items?.data).toMatchObject([{ amount: -600, amount_tax: -114, reference: 'first tea' }])
    expect(back.shipping_cost).toBeNull()
    expect(await errorOf(part('second', -401, -76))).toMatchObject({ param: 'line_items[amount]', statusCode: 400 })
    expect(await errorOf(part('third', 100, 19))).toMatchObject({ param: 'line_items[amount]', statusCode: 400 })
    await part('fourth', -400, -76)

    const none = { original_line_item: 'tax_li_none', reference: 'x', amount: -1, amount_tax: 0 }
    const base = { mode: 'partial' as const, original_transaction: sale.id, reference: 'fifth' }
    const missing = await errorOf(transactions.createReversal({ ...base, line_items: [none] }))
    expect(missing).toMatchObject({ code: 'resource_missing', statusCode: 400 })
    expect((await errorOf(transactions.createReversal(base))).code).toBe('parameter_missing')
    const both = transactions.createReversal({ ...base, line_items: [none], flat_amount: -1 })
    expect((await errorOf(both)).code).toBe('parameters_exclusive')
    const shipping = await transactions.createReversal({ ...base, shipping_cost: { amount: -500, amount_tax: -95 } })
    expect(shipping.shipping_cost).toMatchObject({ amount: -500, amount_tax: -95 })
  })

  test('of a flat amount spreads it over all, to the cent; all of it in the end, and no more', async () => {
    const { recorded, transactions } = await registered()
    let sales = 0
    const cents = fc.integer({ min: 1, max: 50_000 })
    const behavior = fc.constantFrom('inclusive' as const, 'exclusive' as const)
    const line = fc.record({ amount: cents, tax_behavior: behavior })
    const property = fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      async (line_items, share) => {
        const order = `order-${++sales}`
        const sale = await recorded(order, { line_items, shipping_cost: { amount: 300 } })
        const paidOf = (one: Stripe.Tax.Transaction) =>
          [...(one.line_items?.data ?? []), ...(one.shipping_cost ? [one.shipping_cost] : [])].reduce(
            (sum, row) => sum + row.amount + (row.tax_behavior === 'inclusive' ? 0 : row.amount_tax),
            0,
          )
        const whole = paidOf(sale)
        const first = -Math.max(1, Math.round(whole * share))
        const flat = (flat_amount: number, reference: string) =>
          transactions.createReversal({
            mode: 'partial',
            original_transaction: sale.id,
            reference: `${order} ${reference}`,
            flat_amount,
            ...EXPAND,
          })
        const one = await flat(first, 'one')
        expect(paidOf(one)).toBe(first)
        const rest = -whole - first
        expect(await errorOf(flat(rest - 1, 'more'))).toMatchObject({ param: 'flat_amount', statusCode: 400 })
        if (rest < 0) expect(sumOf([sale, one, await flat(rest, 'rest')])).toEqual({ amount: 0, tax: 0 })
      },
    )
    await fc.assert(property, { numRuns: 50 })
  })
})
