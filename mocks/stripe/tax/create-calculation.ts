import { behaviour, type TaxCalculation } from '../api.js'
import { invalidRequest } from '../errors.js'
import { checkCurrency } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { customerFor, filledAddress } from './customer.js'
import { breakdownOf, type Levy, levyFor, lineBreakdown, type TaxBehavior, type Taxed, taxOn } from './taxed.js'

/** Seconds for which a calculation may be made a transaction of. @source https://docs.stripe.com/api/tax/calculations (read 2026-11): 90 days */
const KEPT_FOR = 90 * 24 * 60 * 60
/** @source https://docs.stripe.com/tax/tax-codes; @unverified that these are an account's presets */
const CODES = { goods: 'txcd_10000000', shipping: 'txcd_92010001' }

/**
 * Works out the tax of a sale. Amounts in minor units.
 * @throws resource_missing, parameter_missing, customer_tax_location_invalid, a line without its own reference (400), a country whose rate is
 * not known here (501)  @unverified wording  @source https://docs.stripe.com/api/tax/calculations/create (read 2026-11)
 */
export const createCalculation = behaviour('POST /v1/tax/calculations', ({ body }, world) => {
  const currency = checkCurrency(body.currency)
  const customer = customerFor(world, body)
  const levy = levyFor(world, customer)
  const id = world.id('taxcalc')
  const lines = body.line_items.map((line, i) => lineOf(world, line, i, levy))
  if (new Set(lines.map(({ reference }) => reference)).size < lines.length) {
    throw invalidRequest('Each line item must have a reference of its own.', { param: 'line_items' })
  }
  const shipping = shippingOf(world, body.shipping_cost, levy)
  const taxed: Taxed[] = shipping ? [...lines, shipping] : lines
  const sums = sumsOf(taxed)
  world.taxLines.insert({ id, lines })
  return world.taxCalculations.insert({
    id,
    object: 'tax.calculation',
    ...sums,
    currency,
    customer: body.customer ?? null,
    customer_details: customer,
    expires_at: world.now() + KEPT_FOR,
    livemode: false,
    ship_from_details: body.ship_from_details ? { address: filledAddress(body.ship_from_details.address) } : null,
    shipping_cost: shipping,
    tax_breakdown: breakdownOf(taxed, levy),
    tax_date: body.tax_date ?? world.now(),
  })
})

function sumsOf(taxed: readonly Taxed[]) {
  const of = (behavior: TaxBehavior) =>
    taxed.reduce((sum, line) => sum + (line.tax_behavior === behavior ? line.amount_tax : 0), 0)
  const exclusive = of('exclusive')
  return {
    amount_total: taxed.reduce((sum, { amount }) => sum + amount, exclusive),
    tax_amount_exclusive: exclusive,
    tax_amount_inclusive: of('inclusive'),
  }
}

interface LineInput {
  readonly amount: number
  readonly metadata?: Record<string, string>
  readonly performance_location?: string
  readonly product?: string
  readonly quantity?: number
  readonly reference?: string
  readonly tax_behavior?: TaxBehavior
  readonly tax_code?: string
}

function lineOf(world: StripeWorld, line: LineInput, index: number, levy: Levy) {
  const { amount, tax_behavior: behavior = 'exclusive' } = line
  const product = line.product === undefined ? undefined : world.products.named(line.product, 'line_items[product]')
  const tax = taxOn(amount, behavior, levy)
  return {
    id: world.id('tax_li', 14),
    object: 'tax.calculation_line_item' as const,
    amount,
    amount_tax: tax,
    livemode: false,
    metadata: line.metadata ?? null,
    performance_location: line.performance_location ?? null,
    product: product?.id ?? null,
    quantity: line.quantity ?? 1,
    reference: line.reference ?? `L${index + 1}`,
    tax_behavior: behavior,
    tax_breakdown: [lineBreakdown(amount, tax, behavior, levy)],
    tax_code: line.tax_code ?? (product?.tax_code as string | null | undefined) ?? CODES.goods,
  }
}

interface ShippingInput {
  readonly amount?: number
  readonly shipping_rate?: string
  readonly tax_behavior?: TaxBehavior
  readonly tax_code?: string
}

function shippingOf(
  world: StripeWorld,
  given: ShippingInput | undefined,
  levy: Levy,
): (Taxed & NonNullable<TaxCalculation['shipping_cost']>) | null {
  if (!given) return null
  const rate =
    given.shipping_rate === undefined
      ? undefined
      : world.shippingRates.named(given.shipping_rate, 'shipping_cost[shipping_rate]')
  const amount = given.amount ?? rate?.fixed_amount?.amount
  if (amount === undefined) {
    throw invalidRequest('Missing required param: shipping_cost[amount].', {
      code: 'parameter_missing',
      param: 'shipping_cost[amount]',
    })
  }
  const behavior = given.tax_behavior ?? 'exclusive'
  return {
    amount,
    amount_tax: taxOn(amount, behavior, levy),
    ...(rate && { shipping_rate: rate.id }),
    tax_behavior: behavior,
    tax_code: given.tax_code ?? CODES.shipping,
  }
}
