import type { DeliveryRequest, DeliveryRow } from '../../../src/engine/kit.js'
import type { Event } from '../api.js'
import { toJson } from '../json.js'
import type { StripeWorld } from '../world.js'
import { activeSecrets } from './endpoint-secrets.js'
import { signatureHeader } from './signature.js'
import { findThinEvent, type ThinEvent } from './v2/thin-event.js'

/** What is told: an event with its object, or a thin one. @throws resource_missing (404) */
export function eventOf({ event }: DeliveryRow, world: StripeWorld): Event | ThinEvent {
  return findThinEvent(event, world) ?? world.events.get(event, 'id')
}

/** The event as it is sent. */
export function bodyOf(delivery: DeliveryRow, world: StripeWorld): string {
  return toJson(eventOf(delivery, world))
}

/** A webhook as Stripe sends it. `wallTime` in Unix milliseconds is what its timestamp says. */
export function request(delivery: DeliveryRow, world: StripeWorld, wallTime: number): DeliveryRequest {
  return signedRequest(delivery, bodyOf(delivery, world), world, wallTime)
}

/** The same with any body. */
export function signedRequest(
  delivery: DeliveryRow,
  body: string,
  world: StripeWorld,
  wallTime: number,
): DeliveryRequest {
  const signature = signatureHeader(body, activeSecrets(world, delivery.endpoint), Math.floor(wallTime / 1000))
  return requestWith(delivery.url, body, signature)
}

/** @source real header and body as seen in logs of 2025-04-30; @unverified User-Agent, and that the body is indented */
export function requestWith(url: string, body: string, signature: string | undefined): DeliveryRequest {
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      ...(signature !== undefined && { 'Stripe-Signature': signature }),
      Accept: '*/*; q=0.5, application/xml',
      'Cache-Control': 'no-cache',
    },
    body,
  }
}
