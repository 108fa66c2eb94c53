import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { stillKept } from './kept.js'
import { withPending } from './pending.js'

/** @throws resource_missing (404), also after 30 days @source https://docs.stripe.com/api/events/retrieve (read 2026-11-24) */
export const retrieveEvent = behaviour('GET /v1/events/{id}', ({ params }, world) => {
  const event = world.events.get(params.id, 'id')
  if (!stillKept(event, world)) throw missing('event', event.id, 'id', true)
  return withPending(event, world)
})
