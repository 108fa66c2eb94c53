import { type Emitted, type EventRules, SandboxError, type Target } from '../../../src/engine/kit.js'
import type { ResourceRow } from '../resources/row.js'
import { TRIGGERED } from '../transactional/webhooks/trigger.js'
import type { MailchimpWorld } from '../world.js'
import { FORGERIES, forge } from './forge.js'
import { payloadOf } from './payload.js'
import { marketingRequest, secretOf } from './request.js'
import { EVENTS, EVERY_LIST, flagsOf, SOURCES, type Webhook } from './webhook.js'

/** What was told, as it was sent: kept for retries and replays, emptied when somebody in it is erased. */
export interface WebhookEvent extends ResourceRow {
  readonly type: string
  readonly body: string
}

/** How ids of Marketing's events begin. */
export const EVENT_PREFIX = 'event_'

const MINUTE = 60_000
/** Waits until the next attempt, over 75 minutes. @source https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ (read 2026-11); @unverified the single waits */
const RETRIES = [MINUTE, 4 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE]
const BATCH_DONE = 'batch_operation_completed'
const TYPES: readonly string[] = [...EVENTS, BATCH_DONE]

/** An endpoint that hears of everything in every audience. */
export function hearAll(world: MailchimpWorld, endpoint: { id: string; url: string; secret: string }): void {
  const [events, sources] = [flagsOf(TYPES, undefined), flagsOf(SOURCES, undefined)]
  world.webhooks.insert({ ...endpoint, parent: EVERY_LIST, webhookId: endpoint.id, events, sources })
}

/** How Marketing tells endpoints what happened: form-encoded, signed where the endpoint has a secret. */
export const marketingEvents: EventRules<MailchimpWorld> = {
  record: (event, world) => record(event, world),
  request: marketingRequest,
  forgeries: FORGERIES,
  forge,
  retryAfter: (attempts) => RETRIES[attempts - 1],
  wanted: ({ endpoint, event }, world) =>
    (world.webhooks.has(endpoint) || world.batchWebhooks.find(endpoint)?.enabled === true) &&
    world.webhookEvents.find(event)?.body !== '',
  accepts: (status) => status >= 200 && status < 300,
  timeout: 10_000,
  trigger,
  endpoints: (world) => [
    ...world.webhooks.all().map(({ id, url, events }) => {
      return { id, url, events: Object.keys(events).filter((name) => events[name]), enabled: true }
    }),
    ...world.batchWebhooks.all().map(({ id, url, enabled }) => ({ id, url, events: [BATCH_DONE], enabled })),
  ],
  secrets: (endpoint, world) => {
    const secret = secretOf(world, endpoint)
    return secret === undefined ? [] : [secret]
  },
}

function record(event: Emitted, world: MailchimpWorld): Target[] {
  if (!TYPES.includes(event.type)) return []
  const endpoints = event.type === BATCH_DONE ? batchListeners(world) : listListeners(event, world)
  if (endpoints.length === 0) return []
  const id = `${EVENT_PREFIX}${world.nextNumber('webhook event')}`
  world.webhookEvents.insert({ id, parent: '', type: event.type, body: payloadOf(world, event) })
  return endpoints.map(({ id: endpoint, url }) => ({ event: id, endpoint, url }))
}

function batchListeners(world: MailchimpWorld): { readonly id: string; readonly url: string }[] {
  const forwards = world.webhooks.where('parent', EVERY_LIST)
  return [...world.batchWebhooks.all().filter(({ enabled }) => enabled), ...forwards]
}

/** What the API did is told only to those who ask for that source. Campaigns have no source. */
function listListeners({ type, object, details }: Emitted, world: MailchimpWorld): Webhook[] {
  const list = type === 'campaign' ? (object as { list: string }).list : (object as ResourceRow).parent
  const source = String(details.by ?? '')
  return [...world.webhooks.where('parent', list), ...world.webhooks.where('parent', EVERY_LIST)].filter(
    ({ events, sources }) => events[type] && (type === 'campaign' || sources[source]),
  )
}

/** Tells of somebody who is there, or of a campaign, as if it had just happened to them. @throws SANDBOX_NOT_FOUND */
function trigger(type: string, world: MailchimpWorld): void {
  const object = type === 'campaign' ? world.campaigns.all().at(-1) : world.members.all().at(-1)
  if (!EVENTS.some((name) => name === type)) {
    throw new SandboxError(
      'SANDBOX_NOT_FOUND',
      `Mailchimp has no event type '${type}'.`,
      `It has: ${[...EVENTS, ...TRIGGERED].join(', ')}.`,
    )
  }
  if (!object) {
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is nobody to tell of.`, 'Put a member into an audience first.')
  }
  const details: Readonly<Record<string, object>> = {
    unsubscribe: { action: 'unsub', reason: 'manual' },
    cleaned: { reason: 'hard', campaign: '' },
    campaign: { status: 'sent' },
    upemail: { oldEmail: 'old@standin.test' },
  }
  world.port.emit(type, object, { by: 'user', ...details[type] })
}
