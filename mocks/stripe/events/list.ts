import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { list } from '../paging.js'
import { stillKept } from './kept.js'
import { withPending } from './pending.js'

const MOST_TYPES = 20

/**
 * Lists events of the last 30 days; a type may end in `*`.
 * @throws parameters_exclusive, more than 20 types (400) @unverified wording
 * @source https://docs.stripe.com/api/events/list (read 2026-11-24)
 */
export const listEvents = behaviour('GET /v1/events', ({ query }, world) => {
  const { type, types, delivery_success: delivered } = query
  checkTypes(type, types)
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

function checkTypes(type: string | undefined, types: readonly string[] | undefined): void {
  if (type !== undefined && types !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: type, types.', {
      code: 'parameters_exclusive',
      param: 'type',
    })
  }
  if (types && types.length > MOST_TYPES) {
    const told = `types can have at most ${MOST_TYPES} items; yours have ${types.length}.`
    throw invalidRequest(told, { param: 'types' })
  }
}

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}
