import type { Row } from '../../../src/engine/kit.js'
import type { Metadata, Price } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCurrency } from '../payment-intents/amount.js'
import { insertProduct } from '../products/product.js'
import type { StripeWorld } from '../world.js'
import { type AmountInput, amountOf, tiersOf } from './amount.js'
import { takeLookupKey } from './lookup-key.js'

/** What is shown of a price only where it is expanded. */
export interface PriceParts extends Row {
  readonly tiers?: NonNullable<Price['tiers']>
  readonly currency_options?: NonNullable<Price['currency_options']>
}

interface ProductData {
  readonly name: string
  readonly active?: boolean
  readonly id?: string
  readonly metadata?: Record<string, string>
}

/** What makes a price, under `price_data` and `default_price_data` too. Amounts in minor units. */
export interface PriceInput extends AmountInput {
  readonly active?: boolean
  readonly currency: string
  readonly currency_options?: Record<string, object>
  readonly lookup_key?: string
  readonly metadata?: Record<string, string>
  readonly nickname?: string
  readonly product?: string
  readonly product_data?: ProductData
  readonly recurring?: {
    readonly interval: string
    readonly interval_count?: number
    readonly meter?: string
    readonly trial_period_days?: number
    readonly usage_type?: string
  }
  readonly tax_behavior?: Price['tax_behavior']
  readonly transfer_lookup_key?: boolean
  readonly transform_quantity?: NonNullable<Price['transform_quantity']>
}

/**
 * @param prefix where the parameters stand, for errors: `line_items[0][price_data]`
 * @throws parameter_missing, parameters_exclusive, resource_missing (400)
 */
export function insertPrice(world: StripeWorld, input: PriceInput, prefix = ''): Price {
  const currency = checkCurrency(input.currency)
  const amount = amountOf(input, prefix)
  const id = world.id('price')
  const product = productOf(world, input, prefix)
  if (input.lookup_key !== undefined) takeLookupKey(world, input.lookup_key, id, input.transfer_lookup_key ?? false)
  const price = world.prices.insert({
    id,
    object: 'price',
    active: input.active ?? true,
    billing_scheme: input.billing_scheme ?? 'per_unit',
    created: world.now(),
    currency,
    custom_unit_amount: amount.custom_unit_amount,
    livemode: false,
    lookup_key: input.lookup_key ?? null,
    metadata: mergeMetadata({}, input.metadata as Metadata),
    nickname: input.nickname ?? null,
    product,
    recurring: recurringOf(input),
    tax_behavior: input.tax_behavior ?? 'unspecified',
    tiers_mode: input.tiers_mode ?? null,
    transform_quantity: input.transform_quantity ?? null,
    type: input.recurring ? 'recurring' : 'one_time',
    unit_amount: amount.unit_amount,
    unit_amount_decimal: amount.unit_amount_decimal,
  } as Price)
  keepParts(world, price.id, input)
  return price
}

function recurringOf({ recurring }: PriceInput) {
  if (!recurring) return null
  return {
    interval: recurring.interval,
    interval_count: recurring.interval_count ?? 1,
    meter: recurring.meter ?? null,
    trial_period_days: recurring.trial_period_days ?? null,
    usage_type: recurring.usage_type ?? 'licensed',
  }
}

/** Tiers and amounts in further currencies stand beside the price. */
export function keepParts(world: StripeWorld, id: string, input: Pick<PriceInput, 'tiers' | 'currency_options'>): void {
  const { tiers, currency_options: options } = input
  if (tiers === undefined && options === undefined) return
  const shown = Object.entries(options ?? {}).map(([currency, option]) => [
    currency,
    { custom_unit_amount: null, tax_behavior: 'unspecified', unit_amount: null, unit_amount_decimal: null, ...option },
  ])
  world.priceParts.put({
    ...(world.priceParts.find(id) ?? { id }),
    ...(tiers && { tiers: tiersOf(tiers) }),
    ...(options && { currency_options: Object.fromEntries(shown) }),
  })
}

/** @throws both or none given, resource_missing (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
function productOf(world: StripeWorld, { product, product_data: data }: PriceInput, prefix: string): string {
  const param = prefix ? `${prefix}[product]` : 'product'
  if (product !== undefined && data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: product, product_data.', { param })
  }
  if (product !== undefined) return world.products.named(product, param).id
  if (data === undefined) {
    throw invalidRequest('You must specify either `product` or `product_data` when creating a price.')
  }
  const made = insertProduct(world, data)
  // What is sold once, in a Checkout Session, is told to nobody.
  if (prefix === '') world.emit('product.created', made)
  return made.id
}
