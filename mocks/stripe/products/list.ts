import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first. @source https://docs.stripe.com/api/products/list (read 2026-11-24) */
export const listProducts = behaviour('GET /v1/products', ({ query }, world) => {
  const { active, ids, shippable, type, url } = query
  return list(world.products, query, {
    url: '/v1/products',
    filter: (product) =>
      (active === undefined || product.active === active) &&
      (ids === undefined || ids.includes(product.id)) &&
      (shippable === undefined || product.shippable === shippable) &&
      (type === undefined || product.type === type) &&
      (url === undefined || product.url === url),
  })
})
