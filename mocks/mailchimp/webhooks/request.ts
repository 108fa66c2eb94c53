import type { DeliveryRequest, DeliveryRow } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { signatureHeader } from './signature.js'

/** The POST that tells an endpoint: signed where it has a secret. @source facts A1, list webhooks (read 2026-11-23) */
export function marketingRequest(
  { url, event, endpoint }: DeliveryRow,
  world: MailchimpWorld,
  wallTime: number,
): DeliveryRequest {
  const body = world.webhookEvents.find(event)?.body ?? ''
  const secret = secretOf(world, endpoint)
  const t = Math.floor(wallTime / 1000)
  const signature = secret === undefined ? {} : { 'X-Mailchimp-Signature': signatureHeader(body, secret, t) }
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'MailChimp.com', ...signature }
  return { method: 'POST', url, headers, body }
}

/** What signs for an endpoint; none for one of the older kind. */
export function secretOf(world: MailchimpWorld, endpoint: string): string | undefined {
  return world.webhooks.find(endpoint)?.secret ?? world.batchWebhooks.find(endpoint)?.secret ?? undefined
}
