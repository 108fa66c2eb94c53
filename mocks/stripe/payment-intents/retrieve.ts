import { behaviour } from '../api.js'
import { checkClientSecret } from '../keys/client-secret.js'

/**
 * With a publishable key the client secret must be given, and must be this one's.
 * @throws resource_missing (404), payment_intent_invalid_parameter (400)
 * @source https://docs.stripe.com/api/payment_intents/retrieve (read 2026-11-24)
 */
export const retrievePaymentIntent = behaviour('GET /v1/payment_intents/{intent}', ({ params, query, call }, world) => {
  const intent = world.paymentIntents.get(params.intent, 'intent')
  checkClientSecret(intent, query.client_secret, call)
  return intent
})
