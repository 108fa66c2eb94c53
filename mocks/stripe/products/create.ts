import { behaviour } from '../api.js'
import { insertPrice } from '../prices/price.js'
import { insertProduct } from './product.js'

/**
 * Creates a product, and with `default_price_data` its first price.
 * @throws resource_already_exists (400), what is wrong with the price (400)  @emits product.created, price.created, product.updated
 * @source https://docs.stripe.com/api/products/create (read 2026-11-24); @unverified the order of the events
 */
export const createProduct = behaviour('POST /v1/products', ({ body }, world) => {
  const { default_price_data: data } = body
  const product = insertProduct(world, body)
  world.emit('product.created', product)
  if (data === undefined) return product
  const price = insertPrice(world, { ...data, product: product.id })
  world.emit('price.created', price)
  const updated = world.products.update(product.id, { default_price: price.id })
  world.emit('product.updated', updated, product)
  return updated
})
