import type { Schema } from '../../../document.js'
import { anyFlag, anyText, flag, list, maybe, object, oneOf, text, whole } from '../../schemas.js'
import { named, type Overlay } from './schema.js'

const ip = object({
  ip: text,
  created_at: text,
  pool: text,
  domain: text,
  custom_dns: object({ enabled: flag, valid: flag, error: anyText }),
  warmup: object({ warming_up: flag, start_at: anyText, end_at: anyText }),
})
const pool = object({ name: text, created_at: text, ips: list(named('tx.ip')) })
const domain = object({ domain: text, created_at: text, valid_mx: flag })
const route = object({ id: text, pattern: text, url: text })
const exported = object({
  id: text,
  created_at: text,
  type: oneOf('reject', 'whitelist', 'allowlist', 'activity'),
  finished_at: anyText,
  state: oneOf('waiting', 'working', 'complete', 'error'),
  result_url: anyText,
})
const webhook = object({
  id: whole,
  url: text,
  description: anyText,
  auth_key: anyText,
  events: list(text),
  created_at: text,
  last_sent_at: anyText,
  batches_sent: whole,
  events_sent: whole,
  last_error: anyText,
})

export const transportSchemas: Readonly<Record<string, Schema>> = {
  'tx.ip': ip,
  'tx.pool': pool,
  'tx.inboundDomain': domain,
  'tx.route': route,
  'tx.export': exported,
  'tx.webhook': webhook,
}

const byIp = { needs: ['ip'], body: { ip: text }, answer: named('tx.ip') }
const byPool = { needs: ['pool'], body: { pool: text }, answer: named('tx.pool') }
const dns = { needs: ['ip', 'domain'], body: { ip: text, domain: text } }
const byDomain = { needs: ['domain'], body: { domain: text }, answer: named('tx.inboundDomain') }
const notified = { body: { notify_email: anyText }, answer: named('tx.export') }
const texts = maybe(list(text))
const hook = { description: anyText, events: texts }
const byHook = { needs: ['id'], body: { id: whole }, answer: named('tx.webhook') }

export const transport: Overlay = {
  'ips/list': { answer: list(named('tx.ip')) },
  'ips/info': byIp,
  'ips/provision': { body: { warmup: anyFlag, pool: anyText }, answer: object({ requested_at: text }) },
  'ips/start-warmup': byIp,
  'ips/cancel-warmup': byIp,
  'ips/set-pool': {
    needs: ['ip', 'pool'],
    body: { ip: text, pool: text, create_pool: anyFlag },
    answer: named('tx.ip'),
  },
  'ips/delete': { needs: ['ip'], body: { ip: text }, answer: object({ ip: text, deleted: flag }) },
  'ips/list-pools': { answer: list(named('tx.pool')) },
  'ips/pool-info': byPool,
  'ips/create-pool': byPool,
  'ips/delete-pool': { needs: ['pool'], body: { pool: text }, answer: object({ pool: text, deleted: flag }) },
  'ips/check-custom-dns': { ...dns, answer: object({ valid: flag, error: anyText }) },
  'ips/set-custom-dns': { ...dns, answer: named('tx.ip') },
  'inbound/domains': { answer: list(named('tx.inboundDomain')) },
  'inbound/add-domain': byDomain,
  'inbound/check-domain': byDomain,
  'inbound/delete-domain': byDomain,
  'inbound/routes': { needs: ['domain'], body: { domain: text }, answer: list(named('tx.route')) },
  'inbound/add-route': {
    needs: ['domain', 'pattern', 'url'],
    body: { domain: text, pattern: text, url: text },
    answer: named('tx.route'),
  },
  'inbound/update-route': {
    needs: ['id'],
    body: { id: text, pattern: anyText, url: anyText },
    answer: named('tx.route'),
  },
  'inbound/delete-route': { needs: ['id'], body: { id: text }, answer: named('tx.route') },
  'inbound/send-raw': {
    needs: ['raw_message'],
    body: { raw_message: text, to: texts, mail_from: anyText, helo: anyText, client_address: anyText },
    answer: list(object({ email: text, pattern: text, url: text })),
  },
  'exports/info': { needs: ['id'], body: { id: text }, answer: named('tx.export') },
  'exports/list': { answer: list(named('tx.export')) },
  'exports/rejects': notified,
  'exports/whitelist': notified,
  'exports/allowlist': notified,
  'exports/activity': {
    body: {
      notify_email: anyText,
      date_from: anyText,
      date_to: anyText,
      tags: texts,
      senders: texts,
      states: texts,
      api_keys: texts,
    },
    answer: named('tx.export'),
  },
  'webhooks/list': { answer: list(named('tx.webhook')) },
  'webhooks/add': { needs: ['url'], body: { url: text, ...hook }, answer: named('tx.webhook') },
  'webhooks/update': { needs: ['id', 'url'], body: { id: whole, url: text, ...hook }, answer: named('tx.webhook') },
  'webhooks/info': byHook,
  'webhooks/delete': byHook,
}
