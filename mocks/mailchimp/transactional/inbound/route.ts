import type { InboundRoute, Webhook } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { insertWebhook } from '../webhooks/webhook.js'

/** A route is told by a webhook of its own, whose key signs. @unverified that each has one */
export function insertRoute(tx: Transactional, domain: string, pattern: string, url: string): InboundRoute {
  const hook = insertWebhook(tx, { url, events: ['inbound'], hidden: true })
  return tx.routes.insert({ id: tx.newId(16), domain, pattern, url, hook: hook.id })
}

export function routeHook(tx: Transactional, route: InboundRoute): Webhook {
  const hook = tx.webhooks.find(route.hook)
  if (!hook) throw new Error(`The route ${route.id} has no webhook.`)
  return hook
}
