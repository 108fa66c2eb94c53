import { behaviour } from '../api.js'
import { listWithin } from '../paging.js'
import { linkOf } from './create.js'
import { linkPartsOf } from './payment-link.js'

/**
 * The lines of a payment link, in their own order.
 * @throws resource_missing (404)  @source https://docs.stripe.com/api/payment-link/retrieve-line-items (read 2026-11-24)
 */
export const listLinkItems = behaviour(
  'GET /v1/payment_links/{payment_link}/line_items',
  ({ params, query }, world) => {
    const { id } = linkOf(world, params.payment_link)
    return listWithin(linkPartsOf(world, id)?.items ?? [], query, `/v1/payment_links/${id}/line_items`)
  },
)
