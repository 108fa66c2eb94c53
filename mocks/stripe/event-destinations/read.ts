import { behaviour } from '../api.js'
import { pageV2 } from '../paging-v2.js'
import { destinationsOf, shownDestination } from './event-destination.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/v2/core/event_destinations/retrieve (read 2026-11) */
export const retrieveDestination = behaviour('GET /v2/core/event_destinations/{id}', ({ params, query }, world) =>
  shownDestination(destinationsOf(world).get(params.id, 'id'), query.include),
)

/** Newest first. @source https://docs.stripe.com/api/v2/core/event_destinations/list (read 2026-11) */
export const listDestinations = behaviour('GET /v2/core/event_destinations', ({ query, call }, world) => {
  const page = pageV2(destinationsOf(world).all().reverse(), query, call)
  return { ...page, data: page.data.map((destination) => shownDestination(destination, query.include)) }
})
