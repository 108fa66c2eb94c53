import { behaviour } from '../api.js'
import { insertPrice } from './price.js'

/**
 * Creates a price, with `product_data` its product too. Amounts in minor units; they never change.
 * @throws parameter_missing, parameters_exclusive, resource_missing, a lookup key that is taken (400)
 * @emits product.created, price.created, price.updated  @source https://docs.stripe.com/api/prices/create (read 2026-11-24)
 */
export const createPrice = behaviour('POST /v1/prices', ({ body }, world) => {
  const price = insertPrice(world, body)
  world.emit('price.created', price)
  return price
})
