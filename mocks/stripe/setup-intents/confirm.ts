import { behaviour } from '../api.js'
import { checkClientSecret } from '../keys/client-secret.js'
import { confirmSetup } from './confirmation.js'
import { setupOptions } from './method-options.js'

/**
 * @throws resource_missing (404), setup_intent_unexpected_state (400), setup_intent_invalid_parameter (400)  @refuses card_declined and its kin (402)
 * @emits those of `confirmSetup`  @source https://docs.stripe.com/api/setup_intents/confirm (read 2026-11-24)
 */
export const confirm = behaviour('POST /v1/setup_intents/{intent}/confirm', ({ params, body = {}, call }, world) => {
  const intent = world.setupIntents.get(params.intent, 'intent')
  checkClientSecret(intent, body.client_secret, call)
  if (body.payment_method_options === undefined) return confirmSetup(world, intent, body, call)
  const options = setupOptions(body.payment_method_options, intent.payment_method_options)
  return confirmSetup(world, world.setupIntents.update(intent.id, { payment_method_options: options }), body, call)
})
