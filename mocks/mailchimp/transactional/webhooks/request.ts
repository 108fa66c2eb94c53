import type { DeliveryRequest, Forgery } from '../../../../src/engine/kit.js'
import { signWebhook } from './signature.js'

/** One POST of events. */
export function webhookRequest(url: string, key: string, events: readonly unknown[]): DeliveryRequest {
  return signedRequest(url, key, new URLSearchParams({ mandrill_events: JSON.stringify(events) }).toString())
}

/** One POST of any form. */
export function signedRequest(url: string, key: string, body: string): DeliveryRequest {
  const parameters = Object.fromEntries(new URLSearchParams(body))
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'User-Agent': 'Mandrill-Webhook/1.0',
      'X-Mandrill-Signature': signWebhook(key, url, parameters),
    },
    body,
  }
}

const SIGNATURE = 'X-Mandrill-Signature'

/** The same, wrong in one way: by a signature of nothing, by another key, by a body that was changed after it was signed, unsigned. */
export function forgedRequest(url: string, key: string, events: readonly unknown[], how: Forgery): DeliveryRequest {
  const honest = webhookRequest(url, key, events)
  const signedAs = (signature: string) => ({ ...honest, headers: { ...honest.headers, [SIGNATURE]: signature } })
  switch (how) {
    case 'secret':
      return webhookRequest(url, `not-${key}`, events)
    case 'body':
      return { ...honest, body: webhookRequest(url, key, [...events, { event: 'unsub', _id: 'tampered' }]).body }
    case 'unsigned': {
      const { [SIGNATURE]: _, ...headers } = honest.headers
      return { ...honest, headers }
    }
    // There is no time in what is signed.
    case 'time':
      return honest
    case 'signature':
      return signedAs(Buffer.alloc(20).toString('base64'))
  }
}
