import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first. @source https://docs.stripe.com/api/promotion_codes/list (read 2026-11-24) */
export const listPromotionCodes = behaviour('GET /v1/promotion_codes', ({ query }, world) => {
  const { active, code, coupon, customer } = query
  return list(world.promotionCodes, query, {
    url: '/v1/promotion_codes',
    filter: (each) =>
      (active === undefined || each.active === active) &&
      (code === undefined || each.code.toLowerCase() === code.toLowerCase()) &&
      (coupon === undefined || each.promotion.coupon === coupon) &&
      (customer === undefined || each.customer === customer),
  })
})
