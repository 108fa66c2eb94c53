import type { CallFacts } from '../../../src/engine/kit.js'
import type { CheckoutSession, Customer, PaymentIntent, PaymentMethod, SetupIntent } from '../api.js'
import { insertCustomer } from '../customers/create.js'
import { confirmIntent } from '../payment-intents/confirmation.js'
import { insertIntent } from '../payment-intents/create.js'
import { confirmSetup } from '../setup-intents/confirmation.js'
import { insertSetup } from '../setup-intents/create.js'
import type { StripeWorld } from '../world.js'
import { partsOf } from './checkout-session.js'
import { completeSession } from './complete.js'
import { settleSessionPayment, settleSessionSetup } from './settle.js'

/** What a person has entered on the page, checked. */
export interface Entered {
  readonly details: NonNullable<CheckoutSession['customer_details']>
  readonly collected: CheckoutSession['collected_information']
  readonly consent: CheckoutSession['consent']
  readonly customFields: CheckoutSession['custom_fields']
}

/**
 * Submits the page of an open session: makes the customer and the payment that the session asks for, and attempts it.
 * @param method none where nothing is to be paid
 * @param back where 3D Secure leads back to
 * @returns the session, and where the bank wants the person to go
 * @refuses card_declined and its kin (402)
 * @emits customer.created, payment_intent.created and those of `attempt`, or setup_intent.created and those of `confirmSetup`; checkout.session.completed
 */
export function paySession(
  world: StripeWorld,
  open: CheckoutSession,
  {
    call,
    entered,
    method,
    back,
  }: { call: CallFacts; entered: Entered; method: PaymentMethod | undefined; back: string },
): { readonly session: CheckoutSession; readonly next?: string } {
  const session = world.checkoutSessions.update(open.id, {
    customer: customerOf(world, open, entered),
    customer_details: entered.details,
    collected_information: entered.collected,
    consent: entered.consent,
    custom_fields: entered.customFields,
  })
  if (!method) return { session: completeSession(world, session.id, { payment_status: 'no_payment_required' }) }
  const confirmation = { payment_method: method.id, return_url: back }
  const intent =
    session.mode === 'setup'
      ? confirmSetup(world, setupOf(world, session), confirmation, call)
      : confirmIntent(world, paymentOf(world, session), confirmation, call)
  if (intent.object === 'setup_intent') settleSessionSetup(world, intent)
  else settleSessionPayment(world, intent)
  const url = intent.next_action?.redirect_to_url?.url
  return { session: world.checkoutSessions.get(session.id, 'session'), ...(url && { next: url }) }
}

/** A guest has none, unless the session or the payment wants one. */
function customerOf(world: StripeWorld, session: CheckoutSession, { collected, details }: Entered): string | null {
  const shipping = collected?.shipping_details
  if (session.customer !== null) {
    updateCustomer(world, session, details, shipping ?? null)
    return session.customer as string
  }
  const kept = partsOf(world, session.id).intentData.setup_future_usage !== undefined
  if (session.customer_creation !== 'always' && !kept) return null
  const { email, name, phone } = details
  const made = insertCustomer(world, {
    ...(email !== null && { email }),
    ...(name !== null && { name }),
    ...(phone !== null && { phone }),
  })
  if (!details.address && !shipping) return made.id
  return world.customers.update(made.id, {
    address: details.address as NonNullable<Customer['address']>,
    ...(shipping && { shipping: { ...shipping, phone } as NonNullable<Customer['shipping']> }),
  }).id
}

/** `customer_update` says what a known customer's page may change. @emits customer.updated */
function updateCustomer(
  world: StripeWorld,
  session: CheckoutSession,
  details: Entered['details'],
  shipping: object | null,
): void {
  const { address, name, shipping: ship } = partsOf(world, session.id).customerUpdate
  const patch: Partial<Customer> = {
    ...(address === 'auto' && details.address && { address: details.address as NonNullable<Customer['address']> }),
    ...(name === 'auto' && details.name !== null && { name: details.name }),
    ...(ship === 'auto' && shipping && { shipping: { phone: null, ...shipping } as NonNullable<Customer['shipping']> }),
  }
  if (Object.keys(patch).length === 0) return
  const before = world.customers.find(session.customer as string)
  if (before) world.emit('customer.updated', world.customers.update(before.id, patch), before)
}

/** The session's PaymentIntent: made with the first attempt, kept for the next. */
function paymentOf(world: StripeWorld, session: CheckoutSession): PaymentIntent {
  const { intentData } = partsOf(world, session.id)
  const amount = session.amount_total ?? 0
  const customer = session.customer as string | null
  const known =
    session.payment_intent === null ? undefined : world.paymentIntents.find(session.payment_intent as string)
  if (known) return world.paymentIntents.update(known.id, { amount, customer })
  const shipping = session.collected_information?.shipping_details
  const { application_fee_amount: _fee, transfer_data: _transfer, shipping: given, ...data } = intentData
  const made = insertIntent(
    {
      ...data,
      amount,
      currency: session.currency ?? '',
      allowed_payment_method_types: ['card'],
      ...(customer !== null && { customer }),
      ...(session.payment_method_options?.card && { payment_method_options: { card: threeDSecure(session) } }),
      ...((given ?? shipping) && { shipping: (given ?? shipping) as never }),
    },
    session.currency ?? '',
    undefined,
    world,
  )
  world.checkoutSessions.update(session.id, { payment_intent: made.id })
  return made
}

function threeDSecure({ payment_method_options: options }: CheckoutSession) {
  return { request_three_d_secure: options?.card?.request_three_d_secure ?? ('automatic' as const) } as const
}

function setupOf(world: StripeWorld, session: CheckoutSession): SetupIntent {
  const known = session.setup_intent === null ? undefined : world.setupIntents.find(session.setup_intent as string)
  if (known) return known
  const { setupData } = partsOf(world, session.id)
  const made = insertSetup(
    {
      ...setupData,
      allowed_payment_method_types: ['card'],
      ...(session.customer !== null && { customer: session.customer as string }),
    },
    undefined,
    world,
  )
  world.checkoutSessions.update(session.id, { setup_intent: made.id })
  return made
}
