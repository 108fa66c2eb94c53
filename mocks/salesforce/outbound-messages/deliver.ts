import { createHmac } from 'node:crypto'
import { type Emitted, type EventRules, SandboxError, type Target } from '../../../src/engine/kit.js'
import { openSession } from '../oauth/sessions.js'
import type { RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'
import { isAcknowledged, notificationsEnvelope } from './envelope.js'
import { MOST_NOTIFICATIONS, type OutboundMessage, outboundBatches, outboundMessages } from './outbound-message.js'

/** Until the second attempt, in milliseconds; each wait is twice the one before, up to two hours, for a day. @unverified the first */
const FIRST_RETRY = 15_000
const LONGEST_RETRY = 2 * 3_600_000
const GIVE_UP = 24 * 3_600_000

/** The batch that a transaction has begun for each message: what it saves further goes into the same POST. */
const begun = new WeakMap<object, Map<string, string>>()

/**
 * Outbound messages: a SOAP POST for records that were saved, again and again until it is acknowledged. Nothing signs it; the
 * header `X-Standin-Signature` exists only where the configuration gives a message a `sandboxSecret`, and is not Salesforce's.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm (read 2026-11)
 */
export const outboundEvents: EventRules<SalesforceWorld> = {
  record: (event, world) => notify(event, world),
  request: (delivery, world) => {
    const batch = outboundBatches(world).find(delivery.event)
    const message = outboundMessages(world).find(delivery.endpoint)
    const body = batch && message ? notificationsEnvelope(world, message, batch) : ''
    const headers = {
      'Content-Type': 'text/xml; charset=utf-8',
      SOAPAction: '""',
      'User-Agent': 'Jakarta Commons-HttpClient/3.1',
    }
    return { method: 'POST', url: delivery.url, headers: { ...headers, ...sandboxSignature(message, body) }, body }
  },
  retryAfter: (attempts) => retryAfter(attempts),
  wanted: ({ endpoint }, world) => outboundMessages(world).find(endpoint)?.active === true,
  accepts: (status, answer) => isAcknowledged(status, answer),
  timeout: 60_000,
  trigger: (type, world) => trigger(type, world),
  triggers,
  endpoints: (world) =>
    outboundMessages(world)
      .all()
      .map(({ id, url, object, on, active }) => ({ id, url, events: eventsOf(object, on), enabled: active })),
}

function notify(event: Emitted, world: SalesforceWorld): Target[] {
  if (outboundMessages(world).size === 0) return []
  const [object, change] = event.type.split('.')
  if (change !== 'created' && change !== 'updated') return []
  const { id } = event.object as RecordRow
  return outboundMessages(world)
    .all()
    .filter((message) => message.active && message.object === object && fits(message, change))
    .flatMap((message) => enqueue(world, message, id))
}

function fits({ on }: OutboundMessage, change: 'created' | 'updated'): boolean {
  return on === 'both' || on === (change === 'created' ? 'create' : 'update')
}

/** Adds a record to the POST that this transaction has begun, or begins one: only then there is somebody new to tell. */
function enqueue(world: SalesforceWorld, message: OutboundMessage, record: string): Target[] {
  const transaction = world.port.world.current
  const open = begun.get(transaction) ?? new Map<string, string>()
  begun.set(transaction, open)
  const notification = { id: world.idWithPrefix('04l'), record }
  const batch = outboundBatches(world).find(open.get(message.id) ?? '')
  if (batch && batch.notifications.length < MOST_NOTIFICATIONS) {
    outboundBatches(world).put({ ...batch, notifications: [...batch.notifications, notification] })
    return []
  }
  const session = message.includeSessionId
    ? openSession(world, { user: message.user, app: null, scopes: ['api'] }).id
    : null
  outboundBatches(world).insert({ id: notification.id, message: message.id, notifications: [notification], session })
  open.set(message.id, notification.id)
  return [{ event: notification.id, endpoint: message.id, url: message.url }]
}

function retryAfter(attempts: number): number | undefined {
  let waited = 0
  let wait = 0
  for (let i = 0; i < attempts; i++) {
    wait = Math.min(FIRST_RETRY * 2 ** i, LONGEST_RETRY)
    waited += wait
  }
  return waited > GIVE_UP ? undefined : wait
}

function sandboxSignature(message: OutboundMessage | undefined, body: string): Record<string, string> {
  if (!message || message.sandboxSecret === null) return {}
  const signature = createHmac('sha256', message.sandboxSecret).update(body).digest('hex')
  return { 'X-Standin-Signature': `sha256=${signature}`, 'X-Standin-Note': 'sandbox only; Salesforce signs nothing' }
}

function eventsOf(object: string, on: OutboundMessage['on']): string[] {
  return (['created', 'updated'] as const)
    .filter((change) => on === 'both' || change.startsWith(on))
    .map((change) => `${object}.${change}`)
}

/** Of objects that somebody listens to, and that have a record to tell of. */
function triggers(world: SalesforceWorld): string[] {
  const heard = outboundMessages(world)
    .all()
    .filter(({ object, on }) => on !== 'create' && world.records(object).size > 0)
  return [...new Set(heard.map(({ object }) => `${object}.updated`))]
}

/** Tells of the newest record of an object as if it had just been saved. @throws SANDBOX_NOT_FOUND */
function trigger(type: string, world: SalesforceWorld): void {
  const [name = ''] = type.split('.')
  const object = world.catalogue.object(name)
  const row = object && world.records(object.name).all().at(-1)
  if (!object || !row) {
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no record of '${name}' to tell of.`, 'Create one first.')
  }
  world.port.emit(`${object.name}.updated`, row)
}
