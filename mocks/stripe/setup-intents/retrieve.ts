import { behaviour } from '../api.js'
import { checkClientSecret } from '../keys/client-secret.js'

/**
 * @throws resource_missing (404), setup_intent_invalid_parameter (400)
 * @source https://docs.stripe.com/api/setup_intents/retrieve (read 2026-11-24)
 */
export const retrieveSetupIntent = behaviour('GET /v1/setup_intents/{intent}', ({ params, query, call }, world) => {
  const intent = world.setupIntents.get(params.intent, 'intent')
  checkClientSecret(intent, query.client_secret, call)
  return intent
})
