import type { Emitted, Target } from '../../../../src/engine/kit.js'
import type { PendingEvent, Webhook } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { eventNamed } from './webhook.js'

/** Events in one POST. @source https://mailchimp.com/developer/transactional/docs/webhooks/ (read 2026-11) */
export const MOST_EVENTS = 1000
/** How long events gather, in seconds on the world's clock. @source facts A2 (read 2026-11-23): roughly each minute */
const GATHERING = 60

/** Keeps an event for each webhook that wants it, until they are told. */
export function gather(tx: Transactional, event: Emitted): Target[] {
  const { batch, route } = event.details
  if (typeof batch === 'string') return targetOf(tx, batch)
  for (const hook of tx.webhooks.all()) {
    const wanted = typeof route === 'string' ? hook.id === route : !hook.hidden && wants(hook, event.type)
    if (wanted) keep(tx, hook, event)
  }
  return []
}

function wants({ events }: Webhook, type: string): boolean {
  return events.some((name) => eventNamed(name) === type)
}

function keep(tx: Transactional, hook: Webhook, { type, object }: Emitted): void {
  if (tx.pending.where('hook', hook.id).length === 0) {
    const seconds = tx.setting('webhookBatchSeconds')
    tx.port.schedule('mandrill.flush', tx.now() + (typeof seconds === 'number' ? seconds : GATHERING) * 1000, {
      hook: hook.id,
    })
  }
  tx.pending.insert({
    id: String(tx.nextNumber('event')),
    hook: hook.id,
    type,
    inbound: type === 'inbound',
    payload: object as PendingEvent['payload'],
  })
}

/** The job that sends what has gathered. Mail that came in goes apart from all else. */
export function flush(tx: Transactional, id: unknown): void {
  const hook = tx.webhooks.find(String(id))
  const waiting = tx.pending.where('hook', String(id))
  for (const event of waiting) tx.pending.delete(event.id)
  if (!hook) return
  for (const inbound of [false, true]) {
    const events = waiting.filter((event) => event.inbound === inbound)
    for (let at = 0; at < events.length; at += MOST_EVENTS) post(tx, hook, events.slice(at, at + MOST_EVENTS))
  }
}

function post(tx: Transactional, hook: Webhook, events: readonly PendingEvent[]): void {
  const types = new Set(events.map(({ type }) => type))
  const [first = ''] = types
  const type = types.size === 1 ? first : 'mandrill_events'
  const batch = tx.batches.insert({ id: tx.newId(), hook: hook.id, type, events: events.map(({ payload }) => payload) })
  tx.port.emit(type, { hook: hook.number, events: events.length }, { api: 'transactional', batch: batch.id })
}

function targetOf(tx: Transactional, id: string): Target[] {
  const batch = tx.batches.find(id)
  const hook = batch && tx.webhooks.find(batch.hook)
  return hook ? [{ event: id, endpoint: hook.id, url: hook.url }] : []
}
