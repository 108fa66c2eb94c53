import type { paths } from '../../../contracts/generated/stripe.js'
import { behaviour, type PaymentIntent, type PaymentMethod } from '../api.js'
import { shippingOf } from '../customers/shipping.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { checkAmount, checkCurrency } from './amount.js'
import { confirmIntent, givenMethod } from './confirmation.js'
import { checkConnect } from './connect.js'
import { methodOptions } from './method-options.js'

/**
 * Creates a PaymentIntent, and with `confirm` pays it at once. Amounts in minor units.
 * @throws amount_too_small, amount_too_large, parameters_exclusive, resource_missing, insufficient_capabilities_for_transfer (400)  @refuses card_declined and its kin (402)
 * @emits payment_intent.created, then those of `attempt`  @source https://docs.stripe.com/api/payment_intents/create (read 2026-11-24)
 */
export const createPaymentIntent = behaviour('POST /v1/payment_intents', ({ body, call }, world) => {
  const currency = checkCurrency(body.currency)
  checkAmount(body.amount, currency)
  if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
  checkExclusive(body)
  checkConnect(world, body)
  const given = givenMethod(body, call, world)
  const source = given || !body.confirm ? undefined : defaultCard(world, body.customer)
  const method = given ?? source
  const created = insertIntent(body, currency, method, world, source?.id)
  if (!body.confirm) return created
  return confirmIntent(world, created, { ...body, ...(method && { payment_method: method.id }) }, call)
})

/** A customer whose card is a source pays with it, where no payment method is named. @source https://docs.stripe.com/api/payment_intents/create (read 2026-11-24); @unverified that it stands as `payment_method` beside `source` */
function defaultCard(world: StripeWorld, customer: string | undefined): PaymentMethod | undefined {
  const { default_source: id } = world.customers.find(customer ?? '') ?? {}
  return typeof id === 'string' ? world.paymentMethods.find(id) : undefined
}

/** The same for a Checkout Session, which checks amounts itself. @emits payment_intent.created */
export function insertIntent(
  body: CreateInput,
  currency: string,
  method: PaymentMethod | undefined,
  world: StripeWorld,
  source?: string,
): PaymentIntent {
  const created = world.paymentIntents.insert({
    ...newIntent(body, currency, method, world),
    ...(source !== undefined && { source }),
  })
  world.emit('payment_intent.created', created)
  return created
}

type CreateInput = NonNullable<
  paths['/v1/payment_intents']['post']['requestBody']
>['content']['application/x-www-form-urlencoded']

/** The PaymentIntent as it is before anybody confirms it: all fields are shown, those not given as null. */
function newIntent(
  body: CreateInput,
  currency: string,
  method: PaymentMethod | undefined,
  world: StripeWorld,
): PaymentIntent {
  const id = world.id('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: body.allowed_payment_method_types ?? null,
    amount: body.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: world.port.scope === '' ? null : world.application,
    application_fee_amount: body.application_fee_amount ?? null,
    automatic_payment_methods: automaticMethods(body),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: body.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${world.port.random.base62(25)}`,
    confirmation_method: body.confirmation_method ?? 'automatic',
    created: world.now(),
    currency,
    customer: body.customer ?? null,
    customer_account: body.customer_account ?? null,
    description: body.description ?? null,
    excluded_payment_method_types: body.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, body.metadata),
    next_action: null,
    on_behalf_of: body.on_behalf_of ?? null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: methodOptions(body.payment_method_options),
    payment_method_types: body.allowed_payment_method_types ?? ['card'],
    payment_record: null,
    processing: null,
    receipt_email: body.receipt_email ?? null,
    review: null,
    setup_future_usage: body.setup_future_usage ?? null,
    shipping: shippingOf(body.shipping, null) as PaymentIntent['shipping'],
    source: null,
    statement_descriptor: body.statement_descriptor ?? null,
    statement_descriptor_suffix: body.statement_descriptor_suffix ?? null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: body.transfer_data ?? null,
    transfer_group: body.transfer_group ?? null,
  } as PaymentIntent
}

/** On unless it is turned off or the types are listed. */
function automaticMethods({ allowed_payment_method_types: types, automatic_payment_methods: given }: CreateInput) {
  if (types !== undefined || given?.enabled === false) return null
  return { allow_redirects: given?.allow_redirects ?? ('always' as const), enabled: true }
}

interface Exclusive {
  allowed_payment_method_types?: unknown
  automatic_payment_methods?: { enabled?: boolean }
  confirm?: boolean
  off_session?: unknown
  return_url?: string
}

/** @throws parameters_exclusive, or a parameter that goes with `confirm` only (400) @unverified wording */
function checkExclusive(body: Exclusive): void {
  if (body.allowed_payment_method_types !== undefined && body.automatic_payment_methods?.enabled) {
    throw invalidRequest(
      'You may only specify one of these parameters: automatic_payment_methods, allowed_payment_method_types.',
      {
        code: 'parameters_exclusive',
        param: 'allowed_payment_method_types',
      },
    )
  }
  if (body.confirm) return
  for (const param of ['off_session', 'return_url', 'error_on_requires_action'] as const) {
    if ((body as Record<string, unknown>)[param] === undefined) continue
    throw invalidRequest(`You can only pass in \`${param}\` when \`confirm=true\`.`, { param })
  }
}
