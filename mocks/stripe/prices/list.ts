import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first. @source https://docs.stripe.com/api/prices/list (read 2026-11-24) */
export const listPrices = behaviour('GET /v1/prices', ({ query }, world) => {
  const { active, currency, lookup_keys: keys, product, recurring, type } = query
  return list(world.prices, query, {
    url: '/v1/prices',
    where: product === undefined ? undefined : ['product', product],
    filter: (price) =>
      (active === undefined || price.active === active) &&
      (currency === undefined || price.currency === currency) &&
      (keys === undefined || keys.includes(price.lookup_key ?? '')) &&
      (recurring?.interval === undefined || price.recurring?.interval === recurring.interval) &&
      (recurring?.meter === undefined || price.recurring?.meter === recurring.meter) &&
      (recurring?.usage_type === undefined || price.recurring?.usage_type === recurring.usage_type) &&
      (type === undefined || price.type === type),
  })
})
