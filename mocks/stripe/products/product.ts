import type { paths } from '../../../contracts/generated/stripe.js'
import type { Metadata, Product } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { ownIdOr } from '../own-id.js'
import type { StripeWorld } from '../world.js'

export type ProductInput = NonNullable<
  paths['/v1/products']['post']['requestBody']
>['content']['application/x-www-form-urlencoded']

/** What a product is made of, in `product_data` of a price too. @throws resource_already_exists (400) */
export function insertProduct(world: StripeWorld, input: ProductInput): Product {
  const now = world.now()
  return world.products.insert({
    id: ownIdOr(input.id, world.products, () => world.id('prod', 14)),
    object: 'product',
    active: input.active ?? true,
    created: now,
    default_price: null,
    description: input.description ?? null,
    images: input.images ?? [],
    livemode: false,
    marketing_features: input.marketing_features ?? [],
    metadata: mergeMetadata({}, input.metadata as Metadata),
    name: input.name,
    package_dimensions: input.package_dimensions ?? null,
    shippable: input.shippable ?? null,
    statement_descriptor: input.statement_descriptor ?? null,
    tax_code: input.tax_code ?? null,
    tax_details: null,
    type: input.type ?? 'service',
    unit_label: input.unit_label ?? null,
    updated: now,
    url: input.url ?? null,
  } as Product)
}
