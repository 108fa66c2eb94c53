import { type Emitted, type EventRules, type Row, SandboxError, type Target } from '../../../src/engine/kit.js'
import type { Event, WebhookEndpoint } from '../api.js'
import { destinationsOf } from '../event-destinations/event-destination.js'
import { inWordsOf } from '../older-names.js'
import { insertEndpoint } from '../webhook-endpoints/webhook-endpoint.js'
import type { StripeWorld } from '../world.js'
import { endpointOf, listeners } from './connect-endpoints.js'
import { activeSecrets, newSecret, putSecret, retiredSecrets, rollSecret } from './endpoint-secrets.js'
import { FORGERIES, forge } from './forge.js'
import { previousAttributes } from './previous-attributes.js'
import { request, signedRequest } from './request.js'
import { sampleObject } from './sample.js'
import { recordThin, targetsOf } from './v2/targets.js'

const MINUTE = 60_000
/**
 * A sandbox retries three times over a few hours. @unverified the intervals: Stripe does not publish them
 * @source https://docs.stripe.com/webhooks#retries (read 2026-09)
 */
const RETRIES = [5 * MINUTE, 60 * MINUTE, 180 * MINUTE]

/** How Stripe keeps events and tells webhook endpoints of them. */
export const events: EventRules<StripeWorld> = {
  table: 'event',
  record,
  request,
  requestWith: signedRequest,
  forgeries: FORGERIES,
  forge,
  retryAfter: (attempts) => RETRIES[attempts - 1],
  wanted: ({ endpoint }, world) =>
    (endpointOf(world, endpoint) ?? destinationsOf(world).find(endpoint))?.status === 'enabled',
  accepts: (status) => status >= 200 && status < 300,
  timeout: 10_000,
  trigger: (type, world) => {
    const schema = world.description.events[type]
    if (!schema) {
      throw new SandboxError(
        'SANDBOX_NOT_FOUND',
        `Stripe has no event type '${type}'.`,
        'See `standin webhooks trigger --list` for those it has.',
      )
    }
    world.port.emit(type, sampleObject(world, schema), { triggered: true })
  },
  subscribe: (url, world, chance, kept) => {
    const endpoint = insertEndpoint(world, { url, enabled_events: ['*'], description: 'forwarded by Standin' })
    world.connectEndpoints.put({ id: endpoint.id, ownToo: true })
    return { endpoint: endpoint.id, secret: putSecret(world, endpoint.id, kept ?? newSecret(chance)) }
  },
  unsubscribe: (endpoint, world) => {
    world.webhookEndpoints.delete(endpoint)
    world.endpointSecrets.delete(endpoint)
    world.connectEndpoints.delete(endpoint)
  },
  endpoints: (world) => [
    ...world.webhookEndpoints.all().map(({ id, url, enabled_events, status }) => ({
      id,
      url,
      events: enabled_events,
      enabled: status === 'enabled',
    })),
    ...destinationsOf(world)
      .all()
      .map(({ id, webhook_endpoint: endpoint, enabled_events, status }) => ({
        id,
        url: endpoint?.url ?? '',
        events: enabled_events,
        enabled: status === 'enabled',
      })),
  ],
  secrets: (endpoint, world) => activeSecrets(world, endpoint),
  retiredSecrets: (endpoint, world) => retiredSecrets(world, endpoint),
  roll: (endpoint, overlap, world) => rollSecret(world, endpoint, overlap / 1000),
}

/** Keeps the event and names the enabled endpoints that asked for its type. */
function record(emitted: Emitted, world: StripeWorld): Target[] {
  if (emitted.type.startsWith('v2.'))
    return recordThin(emitted.type, emitted.object as Row & Record<string, unknown>, world)
  const endpoints = listeners(world).filter((endpoint) => wants(endpoint, emitted.type))
  const event = eventOf(emitted, world)
  const told = [...endpoints.map(({ id, url }) => ({ event: event.id, endpoint: id, url })), ...targetsOf(event, world)]
  world.events.insert({ ...event, pending_webhooks: told.filter((target) => target.event === event.id).length })
  return told
}

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  if (endpoint.status !== 'enabled') return false
  return endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(type)
}

function eventOf(emitted: Emitted, world: StripeWorld): Event {
  const { call } = world.port.world
  const told = (resource: unknown) => inWordsOf(world.description, resource, world) as Record<string, unknown>
  const before = emitted.details.before ? told(emitted.details.before) : undefined
  const object = told(emitted.object)
  const previous = before && previousAttributes(before, object)
  return {
    id: world.id('evt'),
    object: 'event',
    ...(world.port.scope !== '' && { account: world.port.scope }),
    api_version: world.description.version,
    created: world.now(),
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: call?.requestId ?? null, idempotency_key: call?.idempotencyKey ?? null },
    type: emitted.type as Event['type'],
  } as Event
}
