import { behaviour, type Metadata, type Price } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { takeLookupKey } from './lookup-key.js'
import { keepParts } from './price.js'

/**
 * Updates what is no part of the amount.
 * @throws resource_missing (404), a lookup key that is taken, a default price that is made inactive, a tax behaviour that is set (400)
 * @emits price.updated  @source https://docs.stripe.com/api/prices/update (read 2026-11-24)
 */
export const updatePrice = behaviour('POST /v1/prices/{price}', ({ params, body = {} }, world) => {
  const price = world.prices.get(params.price, 'price')
  if (body.active === false) checkNoDefault(price, world)
  if (body.tax_behavior !== undefined) checkTaxBehavior(price, body.tax_behavior)
  if (body.lookup_key) takeLookupKey(world, body.lookup_key, price.id, body.transfer_lookup_key ?? false)
  if (body.currency_options) keepParts(world, price.id, { currency_options: body.currency_options })
  const updated = world.prices.update(price.id, {
    active: body.active ?? price.active,
    lookup_key: body.lookup_key === undefined ? price.lookup_key : body.lookup_key || null,
    metadata: mergeMetadata(price.metadata as Metadata, body.metadata),
    nickname: body.nickname === undefined ? price.nickname : body.nickname || null,
    tax_behavior: body.tax_behavior ?? price.tax_behavior,
  })
  world.emit('price.updated', updated, price)
  return updated
})

/** @source the sentence as quoted in programs of 2023 to 2026 */
function checkNoDefault(price: Price, world: StripeWorld): void {
  if (world.products.find(price.product as string)?.default_price !== price.id) return
  throw invalidRequest('This price cannot be archived because it is the default price of its product.')
}

/** @unverified wording */
function checkTaxBehavior(price: Price, wanted: string): void {
  if (price.tax_behavior === 'unspecified' || price.tax_behavior === wanted) return
  throw invalidRequest(
    `The tax_behavior of a price cannot be changed once it is set (${price.tax_behavior}). Create a new price instead.`,
    { param: 'tax_behavior' },
  )
}
