import type { DeliveryRow, Random } from '../../../../src/engine/kit.js'
import type { Webhook } from '../rows.js'
import { fineStamp, stampOrNull, type Transactional } from '../transactional.js'

/** How an endpoint of this API is called inside the sandbox. */
export const ENDPOINT_PREFIX = 'mandrill:'

/** Events of messages, of the two lists, and of mail that comes in. */
export const EVENT_TYPES = [
  'send',
  'deferral',
  'hard_bounce',
  'soft_bounce',
  'delivered',
  'open',
  'click',
  'spam',
  'unsub',
  'reject',
  'blacklist',
  'whitelist',
  'inbound',
] as const

/** What the lists are called now stands for what they were called. */
const NEWER_NAMES: Readonly<Record<string, string>> = { denylist: 'blacklist', allowlist: 'whitelist' }

export function eventNamed(name: string): string {
  return NEWER_NAMES[name] ?? name
}

export function hookOf(tx: Transactional, endpoint: string): Webhook | undefined {
  return endpoint.startsWith(ENDPOINT_PREFIX) ? tx.webhooks.find(endpoint) : undefined
}

export function insertWebhook(
  tx: Transactional,
  {
    url,
    description = null,
    events,
    hidden = false,
    chance = tx.port.random,
    authKey = chance.base62(22),
  }: {
    url: string
    description?: string | null
    events: readonly string[]
    hidden?: boolean
    chance?: Random
    authKey?: string | undefined
  },
): Webhook {
  const number = tx.nextNumber('webhook')
  return tx.webhooks.insert({
    id: `${ENDPOINT_PREFIX}${number}`,
    number,
    url,
    description,
    authKey,
    events,
    createdAt: tx.now(),
    hidden,
  })
}

/** A webhook with what became of its deliveries. */
export function renderWebhook(tx: Transactional, hook: Webhook) {
  const sent = tx.port.world.deliveries.list().filter(({ endpoint }) => endpoint === hook.id)
  const delivered = sent.filter(({ state }) => state === 'delivered')
  return {
    id: hook.number,
    url: hook.url,
    description: hook.description,
    auth_key: hook.authKey,
    events: [...hook.events],
    created_at: fineStamp(hook.createdAt),
    last_sent_at: stampOrNull(delivered[0]?.attempts.at(-1)?.at),
    batches_sent: delivered.length,
    events_sent: delivered.reduce((sum, { event }) => sum + (tx.batches.find(event)?.events.length ?? 0), 0),
    last_error: lastError(sent),
  }
}

/** @unverified its words */
function lastError(sent: readonly DeliveryRow[]): string | null {
  const failed = sent.find(({ state, attempts }) => state !== 'delivered' && attempts.length > 0)
  const attempt = failed?.attempts.at(-1)
  if (!attempt) return null
  return attempt.status === undefined
    ? `No answer: ${attempt.error}`
    : `The answer had the HTTP status ${attempt.status}`
}
