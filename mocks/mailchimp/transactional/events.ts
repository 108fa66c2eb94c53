import type { EventRules } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { transactionalOf } from './transactional.js'
import { gather } from './webhooks/batch.js'
import { forgedRequest, signedRequest, webhookRequest } from './webhooks/request.js'
import { trigger } from './webhooks/trigger.js'
import { hookOf } from './webhooks/webhook.js'

const MINUTE = 60_000
/** @source release note of 2024-06-17 (facts A2): up to 20 times, at intervals of 15 to 25 minutes */
const MOST_ATTEMPTS = 20

/** How Transactional tells endpoints what happened: many events in one POST, signed with the webhook's key. */
export const transactionalEvents: EventRules<MailchimpWorld> = {
  record: (event, world) => (event.details.api === 'transactional' ? gather(transactionalOf(world), event) : []),
  request: ({ event, endpoint, url }, world) => {
    const tx = transactionalOf(world)
    return webhookRequest(url, hookOf(tx, endpoint)?.authKey ?? '', tx.batches.find(event)?.events ?? [])
  },
  requestWith: ({ endpoint, url }, body, world) =>
    signedRequest(url, hookOf(transactionalOf(world), endpoint)?.authKey ?? '', body),
  // There is no time in what is signed, so none can be of long ago.
  forgeries: ['signature', 'secret', 'body', 'unsigned'],
  forge: ({ event, endpoint, url }, world, _wallTime, how) => {
    const tx = transactionalOf(world)
    return forgedRequest(url, hookOf(tx, endpoint)?.authKey ?? '', tx.batches.find(event)?.events ?? [], how)
  },
  retryAfter: (attempts) => (attempts < MOST_ATTEMPTS ? (15 + ((attempts * 7) % 11)) * MINUTE : undefined),
  wanted: ({ endpoint }, world) => hookOf(transactionalOf(world), endpoint) !== undefined,
  accepts: (status) => status >= 200 && status < 300,
  timeout: 10_000,
  trigger: (type, world) => trigger(transactionalOf(world), type),
  endpoints: (world) =>
    transactionalOf(world)
      .webhooks.all()
      .map(({ id, url, events }) => ({ id, url, events, enabled: true })),
  secrets: (endpoint, world) => {
    const hook = hookOf(transactionalOf(world), endpoint)
    return hook ? [hook.authKey] : []
  },
}
