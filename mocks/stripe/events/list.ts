import { behaviour } from '../api.js'
import { list } from '../paging.js'
import { stillKept } from './kept.js'
import { withPending } from './pending.js'

/**
 * Lists events of the last 30 days; a type may end in `*`.
 * @source https://docs.stripe.com/api/events/list (read 2026-11-24)
 */
export const listEvents = behaviour('GET /v1/events', ({ query }, world) => {
  const { type, types, delivery_success: delivered } = query
  const wanted = types ?? (type !== undefined ? [type] : undefined)
  const page = list(world.events, query, {
    url: '/v1/events',
    filter: (event) =>
      stillKept(event, world) &&
      (!wanted || wanted.some((pattern) => matches(event.type, pattern))) &&
      (delivered === undefined || (withPending(event, world).pending_webhooks === 0) === delivered),
  })
  return { ...page, data: page.data.map((event) => withPending(event, world)) }
})

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}
