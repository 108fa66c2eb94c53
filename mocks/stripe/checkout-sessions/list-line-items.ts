import { behaviour } from '../api.js'
import { listWithin } from '../paging.js'

/**
 * The lines of a session, in their own order.
 * @throws resource_missing (404)  @source https://docs.stripe.com/api/checkout/sessions/line_items (read 2026-11-24)
 */
export const listSessionItems = behaviour(
  'GET /v1/checkout/sessions/{session}/line_items',
  ({ params, query }, world) => {
    const { id } = world.checkoutSessions.get(params.session, 'session')
    // One that was made of its id alone has none.
    const { items } = world.sessionParts.find(id) ?? { items: [] }
    return listWithin(items, query, `/v1/checkout/sessions/${id}/line_items`)
  },
)
