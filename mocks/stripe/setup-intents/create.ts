import { behaviour, type PaymentMethod, type SetupIntent } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { givenMethod } from '../payment-intents/confirmation.js'
import type { StripeWorld } from '../world.js'
import { confirmSetup } from './confirmation.js'
import { setupOptions } from './method-options.js'

/**
 * Creates a SetupIntent, and with `confirm` sets the method up at once.
 * @throws resource_missing (400)  @refuses card_declined and its kin (402)
 * @emits setup_intent.created, then those of `confirmSetup`  @source https://docs.stripe.com/api/setup_intents/create (read 2026-11-24)
 */
export const createSetupIntent = behaviour('POST /v1/setup_intents', ({ body = {}, call }, world) => {
  if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
  const method = givenMethod(body, call, world)
  const created = insertSetup(body, method, world)
  if (!body.confirm) return created
  return confirmSetup(world, created, { ...body, ...(method && { payment_method: method.id }) }, call)
})

type CreateInput = NonNullable<Parameters<Parameters<typeof behaviour<'POST /v1/setup_intents'>>[1]>[0]['body']>

/** The same for a Checkout Session. @emits setup_intent.created */
export function insertSetup(body: CreateInput, method: PaymentMethod | undefined, world: StripeWorld): SetupIntent {
  const id = world.id('seti')
  const automatic = body.allowed_payment_method_types === undefined && body.automatic_payment_methods?.enabled !== false
  const created = world.setupIntents.insert({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: body.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods: automatic
      ? { allow_redirects: body.automatic_payment_methods?.allow_redirects ?? 'always', enabled: true }
      : null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${world.port.random.base62(25)}`,
    created: world.now(),
    customer: body.customer ?? null,
    customer_account: body.customer_account ?? null,
    description: body.description ?? null,
    excluded_payment_method_types: body.excluded_payment_method_types ?? null,
    flow_directions: body.flow_directions ?? null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, body.metadata),
    next_action: null,
    on_behalf_of: body.on_behalf_of ?? null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: setupOptions(body.payment_method_options),
    payment_method_types: body.allowed_payment_method_types ?? ['card'],
    single_use_mandate: null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    usage: body.usage ?? 'off_session',
  } as SetupIntent)
  world.emit('setup_intent.created', created)
  return created
}
