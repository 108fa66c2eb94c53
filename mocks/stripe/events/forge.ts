import { createHash } from 'node:crypto'
import type { DeliveryRequest, DeliveryRow, Forgery } from '../../../src/engine/kit.js'
import type { Event } from '../api.js'
import { toJson } from '../json.js'
import type { StripeWorld } from '../world.js'
import { activeSecrets } from './endpoint-secrets.js'
import { bodyOf, eventOf, request, requestWith } from './request.js'
import { signatureHeader } from './signature.js'
import type { ThinEvent } from './v2/thin-event.js'

/** What Stripe's SDKs check: signature, secret, body and the age of the timestamp (300 s). */
export const FORGERIES: readonly Forgery[] = ['signature', 'secret', 'body', 'time', 'unsigned']

/** A webhook that `constructEvent` of every SDK refuses. @source stripe-node Webhooks.js (read 2026-11) */
export function forge(delivery: DeliveryRow, world: StripeWorld, wallTime: number, how: Forgery): DeliveryRequest {
  const body = bodyOf(delivery, world)
  const t = Math.floor(wallTime / 1000)
  switch (how) {
    case 'time':
      return request(delivery, world, wallTime)
    case 'unsigned':
      return requestWith(delivery.url, body, undefined)
    case 'signature':
      return requestWith(
        delivery.url,
        body,
        `t=${t},v1=${createHash('sha256').update(`forged ${t}.${body}`).digest('hex')}`,
      )
    case 'secret':
      return requestWith(delivery.url, body, signatureHeader(body, ['whsec_of_somebody_else'], t))
    case 'body': {
      const signature = signatureHeader(body, activeSecrets(world, delivery.endpoint), t)
      return requestWith(delivery.url, tampered(eventOf(delivery, world)), signature)
    }
  }
}

/** The event with more money in it, or where there is none, of another moment. */
function tampered(event: Event | ThinEvent): string {
  if (event.object === 'v2.core.event') return toJson({ ...event, created: new Date(0).toISOString() })
  const object = event.data.object as unknown as Record<string, unknown>
  const amounts = Object.entries(object).filter(
    ([name, value]) => name.startsWith('amount') && typeof value === 'number',
  )
  const more = Object.fromEntries(amounts.map(([name, value]) => [name, Number(value) + 100]))
  const changed = amounts.length > 0 ? more : { created: Number(object.created ?? 0) + 1 }
  return toJson({ ...event, data: { ...event.data, object: { ...object, ...changed } } })
}
