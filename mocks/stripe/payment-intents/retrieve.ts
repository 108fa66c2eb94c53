import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'

/**
 * With a publishable key the client secret must be given, and must be this one's.
 * @throws resource_missing (404), a wrong client secret (401)
 * @source https://docs.stripe.com/api/payment_intents/retrieve (read 2026-11-24)
 */
export const retrievePaymentIntent = behaviour('GET /v1/payment_intents/{intent}', ({ params, query, call }, world) => {
  const intent = world.paymentIntents.get(params.intent, 'intent')
  checkClientSecret(intent.client_secret, query.client_secret, isPublishable(call.caller))
  return intent
})

/** @throws 401 where a page does not know the secret @unverified wording and status */
export function checkClientSecret(expected: string | null, given: string | undefined, needed: boolean): void {
  if (given === undefined ? !needed : given === expected) return
  throw invalidRequest('The client_secret provided does not match the client_secret associated with this object.', {
    param: 'client_secret',
    status: given === undefined ? 401 : 400,
  })
}

export function isPublishable(caller: unknown): boolean {
  return (caller as { key?: { kind?: string } } | undefined)?.key?.kind === 'publishable'
}
