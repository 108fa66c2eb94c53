import type { Row } from '../../../../src/engine/kit.js'
import type { Event } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { relatedTo } from './related-object.js'

/** An event of API v2: what happened to what, without the object itself. Times in ISO 8601. */
export interface ThinEvent extends Row {
  readonly object: 'v2.core.event'
  readonly type: string
  readonly created: string
  readonly livemode: false
  readonly reason?: {
    readonly type: 'request'
    readonly request: { readonly id: string; readonly idempotency_key: string }
  }
  readonly related_object: { readonly id: string; readonly type: string; readonly url: string } | null
  /** The event of API v1 that tells the same. */
  readonly snapshot_event?: string
}

const TWIN = 'evt_test_'

export const thinEventsOf = (world: StripeWorld) => world.collection<ThinEvent>('v2.core.event')

/** Each event of API v1 has a twin in API v2, `v1.<type>`, where Stripe has that type. It is kept nowhere: the event says it all. */
export function twinOf(event: Event, world: StripeWorld): ThinEvent | undefined {
  const type = `v1.${event.type}`
  if (!Object.hasOwn(world.description.thinEvents, type)) return undefined
  return {
    id: twinId(event.id),
    object: 'v2.core.event',
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    ...reasonOf(event.request?.id ?? null, event.request?.idempotency_key ?? null),
    related_object: relatedTo(event.data.object as unknown as Row & Record<string, unknown>, world),
    snapshot_event: event.id,
    type,
  }
}

export function twinId(event: string): string {
  return TWIN + event.slice('evt_'.length)
}

/** By id, of API v2 only or the twin of one of API v1. */
export function findThinEvent(id: string, world: StripeWorld): ThinEvent | undefined {
  const own = thinEventsOf(world).find(id)
  if (own || !id.startsWith(TWIN)) return own
  const event = world.events.find(`evt_${id.slice(TWIN.length)}`)
  return event && twinOf(event, world)
}

/** Keeps an event that API v1 does not have. */
export function insertThinEvent(type: string, object: Row & Record<string, unknown>, world: StripeWorld): ThinEvent {
  const { call } = world.port.world
  return thinEventsOf(world).insert({
    id: `${TWIN}${world.port.random.base62(24)}`,
    object: 'v2.core.event',
    created: new Date(world.port.now()).toISOString(),
    livemode: false,
    ...reasonOf(call?.requestId ?? null, call?.idempotencyKey ?? null),
    related_object: relatedTo(object, world),
    type,
  })
}

function reasonOf(request: string | null, key: string | null): Pick<ThinEvent, 'reason'> {
  return request === null ? {} : { reason: { type: 'request', request: { id: request, idempotency_key: key ?? '' } } }
}
