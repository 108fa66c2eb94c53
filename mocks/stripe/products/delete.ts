import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'

/**
 * Deletes a product that never had a price; any other can be made inactive only.
 * @throws resource_missing (404), one with prices (400)  @emits product.deleted
 * @source https://docs.stripe.com/api/products/delete (read 2026-11-24); the sentence as quoted in programs of 2021 to 2026
 */
export const deleteProduct = behaviour('DELETE /v1/products/{id}', ({ params }, world) => {
  const product = world.products.get(params.id, 'id')
  if (world.prices.where('product', product.id).length > 0) {
    throw invalidRequest('This product cannot be deleted because it has one or more user-created prices.')
  }
  world.products.delete(product.id)
  world.emit('product.deleted', { ...product, active: false })
  return { id: product.id, object: 'product' as const, deleted: true as const }
})
