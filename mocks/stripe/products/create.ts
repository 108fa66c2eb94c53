import { behaviour } from '../api.js'
import { insertPrice } from '../prices/price.js'
import { insertProduct } from './product.js'

/**
 * Creates a product, and with `default_price_data` its first price.
 * @throws resource_already_exists (400), what is wrong with the price (400)  @emits product.created, price.created
 * @source https://docs.stripe.com/api/products/create (read 2026-11-24); the events as measured by others at 2026-08-26.dahlia (2026-09);
 * @unverified their order
 */
export const createProduct = behaviour('POST /v1/products', ({ body }, world) => {
  const { default_price_data: data } = body
  const product = insertProduct(world, body)
  const price = data && insertPrice(world, { ...data, product: product.id })
  // It is told with its price in it.
  const created = price ? world.products.update(product.id, { default_price: price.id }) : product
  world.emit('product.created', created)
  if (price) world.emit('price.created', price)
  return created
})
