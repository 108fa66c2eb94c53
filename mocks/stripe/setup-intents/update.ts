import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { givenMethod } from '../payment-intents/confirmation.js'
import { setupOptions } from './method-options.js'
import { checkAllowed } from './setup-intent.js'

/**
 * @throws resource_missing (404), setup_intent_unexpected_state (400)
 * @source https://docs.stripe.com/api/setup_intents/update (read 2026-11-24)
 */
export const updateSetupIntent = behaviour('POST /v1/setup_intents/{intent}', ({ params, body = {}, call }, world) => {
  const intent = world.setupIntents.get(params.intent, 'intent')
  const { metadata, description, expand: _, ...rest } = body
  if (Object.keys(rest).length > 0) checkAllowed(intent, 'update')
  if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
  const method = givenMethod(body, call, world)
  return world.setupIntents.update(intent.id, {
    customer: body.customer ?? intent.customer,
    description: description ?? intent.description,
    metadata: mergeMetadata(intent.metadata as Metadata, metadata),
    ...(body.allowed_payment_method_types && {
      allowed_payment_method_types: body.allowed_payment_method_types,
      payment_method_types: body.allowed_payment_method_types,
    }),
    ...(body.payment_method_options !== undefined && {
      payment_method_options: setupOptions(body.payment_method_options, intent.payment_method_options),
    }),
    ...(method && { payment_method: method.id, status: 'requires_confirmation' as const, next_action: null }),
  })
})
