import type { LineItem, Metadata, Price } from '../api.js'
import { invalidRequest, notModelled } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { insertPrice, type PriceInput } from '../prices/price.js'
import type { StripeWorld } from '../world.js'
import { amountFor } from './totals.js'

export interface ItemInput {
  readonly adjustable_quantity?: { readonly enabled: boolean; readonly maximum?: number; readonly minimum?: number }
  readonly dynamic_tax_rates?: unknown
  readonly metadata?: Record<string, string>
  readonly price?: string
  readonly price_data?: object
  readonly quantity?: number
  readonly tax_rates?: unknown
}

/** Of a quantity that the customer may change. */
const FEWEST = 0
const MOST = 99
/** Of one session in payment mode. @source https://docs.stripe.com/api/checkout/sessions/create (read 2026-11) */
const MOST_ITEMS = 100

/**
 * The lines of a session or payment link, priced. Amounts in minor units.
 * @throws parameter_missing, resource_missing, an inactive or a recurring price, several currencies (400); taxes, amounts of the customer's choice (501)
 * @source the sentences on recurring and inactive prices as quoted in issues of 2021 to 2026; @unverified the others
 */
export function lineItemsOf(world: StripeWorld, inputs: readonly ItemInput[]): LineItem[] {
  if (inputs.length > MOST_ITEMS) {
    throw invalidRequest(`line_items can have at most ${MOST_ITEMS} items; yours have ${inputs.length}.`, {
      param: 'line_items',
    })
  }
  const items = inputs.map((input, i) => lineItemOf(world, input, `line_items[${i}]`))
  const other = items.findIndex(({ currency }) => currency !== items[0]?.currency)
  if (other < 0) return items
  throw invalidRequest(
    `All line items must have the same currency. Found: ${items[0]?.currency}, ${items[other]?.currency}.`,
    { param: `line_items[${other}]` },
  )
}

function lineItemOf(world: StripeWorld, input: ItemInput, param: string): LineItem {
  if (input.tax_rates !== undefined || input.dynamic_tax_rates !== undefined)
    throw notModelled('tax rates of line items')
  const price = priceOf(world, input, param)
  if (price.type === 'recurring') {
    throw invalidRequest(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param },
    )
  }
  if (price.custom_unit_amount) throw notModelled('prices with `custom_unit_amount` in Checkout')
  const { quantity } = input
  if (quantity === undefined) {
    throw invalidRequest(`Quantity is required. Add \`quantity\` to \`${param}\``, { code: 'parameter_missing', param })
  }
  if (quantity < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: `${param}[quantity]`,
    })
  }
  return requantified(
    world,
    {
      id: world.id('li'),
      object: 'item',
      adjustable_quantity: adjustableOf(input, param),
      amount_discount: 0,
      amount_subtotal: 0,
      amount_tax: 0,
      amount_total: 0,
      currency: price.currency,
      description: world.products.find(price.product as string)?.name ?? null,
      metadata: mergeMetadata({}, input.metadata as Metadata),
      price,
      quantity,
    } as LineItem,
    quantity,
  )
}

/** The same line with another quantity, before discounts. */
export function requantified(world: StripeWorld, item: LineItem, quantity: number): LineItem {
  const subtotal = item.price ? amountFor(world, item.price, quantity) : 0
  return { ...item, quantity, amount_discount: 0, amount_subtotal: subtotal, amount_total: subtotal }
}

/** @throws a least quantity that is more than the most (400) @unverified wording */
function adjustableOf({ adjustable_quantity: given }: ItemInput, param: string): LineItem['adjustable_quantity'] {
  if (!given?.enabled) return null
  const { maximum = MOST, minimum = FEWEST } = given
  if (minimum > maximum) {
    throw invalidRequest(
      `\`adjustable_quantity.minimum\` (${minimum}) must not be more than \`maximum\` (${maximum}).`,
      {
        param: `${param}[adjustable_quantity][minimum]`,
      },
    )
  }
  return { enabled: true, maximum, minimum }
}

function priceOf(world: StripeWorld, { price: id, price_data: data }: ItemInput, param: string): Price {
  if (id !== undefined && data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: price, price_data.', {
      code: 'parameters_exclusive',
      param: `${param}[price]`,
    })
  }
  // A price for this once is no price of the catalogue.
  if (data !== undefined) return insertPrice(world, { ...(data as PriceInput), active: false }, `${param}[price_data]`)
  if (id === undefined) {
    throw invalidRequest(`Missing required param: ${param}[price].`, {
      code: 'parameter_missing',
      param: `${param}[price]`,
    })
  }
  const price = world.prices.named(id, `${param}[price]`)
  if (!price.active) {
    throw invalidRequest('The price specified is inactive. This field only accepts active prices.', {
      param: `${param}[price]`,
    })
  }
  const product = world.products.find(price.product as string)
  if (product?.active !== false) return price
  throw invalidRequest(`Product ${product.id} is inactive and cannot be sold.`, {
    code: 'product_inactive',
    param: `${param}[price]`,
  })
}
