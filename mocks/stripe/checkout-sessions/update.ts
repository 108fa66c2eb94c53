import { behaviour, type Metadata } from '../api.js'
import { notModelled } from '../errors.js'
import { mergeMetadata } from '../metadata.js'

const SIMULATED = new Set(['metadata', 'expand'])

/**
 * Updates the metadata, in any state. What else Stripe lets a server change belongs to embedded pages.
 * @throws resource_missing (404), line items, shipping and data of the payment (501)
 * @source https://docs.stripe.com/api/checkout/sessions/update (read 2026-11-24)
 */
export const updateSession = behaviour('POST /v1/checkout/sessions/{session}', ({ params, body = {} }, world) => {
  const session = world.checkoutSessions.get(params.session, 'session')
  const other = Object.keys(body).find((name) => !SIMULATED.has(name))
  if (other !== undefined) throw notModelled(`changing \`${other}\` of a Checkout Session`)
  return world.checkoutSessions.update(session.id, {
    metadata: mergeMetadata(session.metadata as Metadata, body.metadata),
  })
})
