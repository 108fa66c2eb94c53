import { behaviour } from '../api.js'
import { withPending } from './pending.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/events/retrieve (read 2026-11-24) */
export const retrieveEvent = behaviour('GET /v1/events/{id}', ({ params }, world) =>
  withPending(world.events.get(params.id, 'id'), world),
)
