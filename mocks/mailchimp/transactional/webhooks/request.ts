import type { DeliveryRequest } from '../../../../src/engine/kit.js'
import { signWebhook } from './signature.js'

/** One POST of events. */
export function webhookRequest(url: string, key: string, events: readonly unknown[]): DeliveryRequest {
  const parameters = { mandrill_events: JSON.stringify(events) }
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'User-Agent': 'Mandrill-Webhook/1.0',
      'X-Mandrill-Signature': signWebhook(key, url, parameters),
    },
    body: new URLSearchParams(parameters).toString(),
  }
}
