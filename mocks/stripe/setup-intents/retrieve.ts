import { behaviour } from '../api.js'
import { checkClientSecret, isPublishable } from '../payment-intents/retrieve.js'

/**
 * @throws resource_missing (404), a wrong client secret (401)
 * @source https://docs.stripe.com/api/setup_intents/retrieve (read 2026-11-24)
 */
export const retrieveSetupIntent = behaviour('GET /v1/setup_intents/{intent}', ({ params, query, call }, world) => {
  const intent = world.setupIntents.get(params.intent, 'intent')
  checkClientSecret(intent.client_secret, query.client_secret, isPublishable(call.caller))
  return intent
})
