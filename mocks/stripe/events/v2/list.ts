import { behaviour } from '../../api.js'
import { missing } from '../../errors.js'
import { pageV2 } from '../../paging-v2.js'
import type { StripeWorld } from '../../world.js'
import { findThinEvent, type ThinEvent, thinEventsOf, twinOf } from './thin-event.js'

const DAYS_KEPT = 30 * 24 * 60 * 60 * 1000

/** Newest first: those of API v2 and the twins of those of API v1, of the last 30 days. */
function thinEvents(world: StripeWorld): ThinEvent[] {
  const twins = world.events.all().flatMap((event) => twinOf(event, world) ?? [])
  const since = new Date(world.port.now() - DAYS_KEPT).toISOString()
  const all = [...thinEventsOf(world).all(), ...twins].filter(({ created }) => created >= since)
  // The order within a moment stays: a sort is stable.
  return all.reverse().sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0))
}

/** By object, types and time. @throws a page that is none (400) @source https://docs.stripe.com/api/v2/core/events/list (read 2026-11) */
export const listThinEvents = behaviour('GET /v2/core/events', ({ query, call }, world) => {
  const { object_id: object, types, created = {} } = query
  const fits = (event: ThinEvent) =>
    (object === undefined || event.related_object?.id === object) &&
    (types === undefined || types.includes(event.type)) &&
    within(event.created, created)
  return pageV2(thinEvents(world).filter(fits), query, call)
})

function within(created: string, range: { readonly [bound: string]: string | number | undefined }): boolean {
  const at = Date.parse(created)
  const { gt, gte, lt, lte } = Object.fromEntries(
    Object.entries(range).map(([bound, value]) => [
      bound,
      typeof value === 'number' ? value * 1000 : Date.parse(String(value)),
    ]),
  )
  return !((gt && at <= gt) || (gte && at < gte) || (lt && at >= lt) || (lte && at > lte))
}

/** @throws resource_missing (404) @source https://docs.stripe.com/api/v2/core/events/retrieve (read 2026-11) */
export const retrieveThinEvent = behaviour('GET /v2/core/events/{id}', ({ params }, world) => {
  const event = findThinEvent(params.id, world)
  if (!event) throw missing('v2.core.event', params.id, 'id', true)
  return event
})
