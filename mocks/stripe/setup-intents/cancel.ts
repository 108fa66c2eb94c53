import { behaviour } from '../api.js'
import { checkAllowed } from './setup-intent.js'

/**
 * @throws resource_missing (404), setup_intent_unexpected_state (400)  @emits setup_intent.canceled
 * @source https://docs.stripe.com/api/setup_intents/cancel (read 2026-11-24)
 */
export const cancel = behaviour('POST /v1/setup_intents/{intent}/cancel', ({ params, body = {} }, world) => {
  const intent = world.setupIntents.get(params.intent, 'intent')
  checkAllowed(intent, 'cancel')
  const canceled = world.setupIntents.update(intent.id, {
    status: 'canceled',
    cancellation_reason: body.cancellation_reason ?? null,
    next_action: null,
  })
  world.emit('setup_intent.canceled', canceled)
  return canceled
})
