import { behaviour, type Metadata, type Product } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { optional } from '../unset.js'
import type { StripeWorld } from '../world.js'

/**
 * Updates what is given. `active=false` takes a product out of sale; its prices stay as they are.
 * @throws resource_missing (404), a default price that is not active or another product's (400)  @emits product.updated
 * @source https://docs.stripe.com/api/products/update (read 2026-11-24)
 */
export const updateProduct = behaviour('POST /v1/products/{id}', ({ params, body = {} }, world) => {
  const product = world.products.get(params.id, 'id')
  if (body.default_price !== undefined) checkDefaultPrice(body.default_price, product, world)
  const updated = world.products.update(product.id, {
    active: body.active ?? product.active,
    default_price: body.default_price ?? product.default_price ?? null,
    description: optional(body.description, product.description),
    images: body.images === undefined ? product.images : body.images || [],
    marketing_features:
      body.marketing_features === undefined ? product.marketing_features : body.marketing_features || [],
    metadata: mergeMetadata(product.metadata as Metadata, body.metadata),
    name: body.name ?? product.name,
    package_dimensions: optional(body.package_dimensions, product.package_dimensions),
    shippable: body.shippable ?? product.shippable,
    statement_descriptor: body.statement_descriptor ?? product.statement_descriptor ?? null,
    tax_code: optional(body.tax_code, (product.tax_code ?? null) as string | null),
    unit_label: optional(body.unit_label, product.unit_label ?? null),
    updated: world.now(),
    url: optional(body.url, product.url),
  })
  world.emit('product.updated', updated, product)
  return updated
})

/** @unverified wording */
function checkDefaultPrice(id: string, product: Product, world: StripeWorld): void {
  const price = world.prices.named(id, 'default_price')
  if (price.product !== product.id) {
    throw invalidRequest(`The price ${id} does not belong to the product ${product.id}.`, { param: 'default_price' })
  }
  if (price.active) return
  throw invalidRequest('The price specified is inactive. This field only accepts active prices.', {
    param: 'default_price',
  })
}
