import type { CallFacts } from '../../../src/engine/kit.js'
import type { Charge, PaymentIntent, PaymentMethod } from '../api.js'
import { chargeCard } from '../charges/charge.js'
import type { Presented } from '../charges/present-details.js'
import { settleCharge } from '../charges/settle.js'
import { invalidRequest, notModelled } from '../errors.js'
import type { MandateInput } from '../mandates/create.js'
import { nextAction, startAuthentication } from '../pages/authentication.js'
import { type Door, pagesOrigin } from '../pages/origin.js'
import { spentMethod } from '../payment-methods/attach-to-customer.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import { DECLINES, type Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { attemptTransfer, giveBack } from './attempt-transfer.js'
import { authenticationNeeded } from './authentication-needed.js'
import { orderOf } from './charge-order.js'
import { attemptDebit, isDebit } from './debit.js'
import { AUTHORISED_FOR, HELD_AT_READER_FOR } from './expire.js'
import { refuse } from './failure.js'
import { checkOwner, remember, secretsOf } from './method-in-use.js'

export interface AttemptOptions {
  readonly method: PaymentMethod
  readonly offSession: boolean
  readonly returnUrl: string | undefined
  /** Decline instead of asking for an action. */
  readonly errorOnRequiresAction: boolean
  /** `payment_method_options[card][request_three_d_secure]`. */
  readonly requestThreeDSecure: string
  /** What the customer has accepted, for bank debits. */
  readonly mandate?: MandateInput
  readonly call: CallFacts
}

/**
 * Attempts the payment of a confirmed PaymentIntent.
 * @throws payment_method_unexpected_state, resource_missing (400)  @refuses card_declined and its kin (402)
 * @emits those of `attemptTransfer`; payment_intent.requires_action, or charge.succeeded and payment_intent.succeeded (or .amount_capturable_updated), or charge.failed and payment_intent.payment_failed
 */
export function attempt(world: StripeWorld, intent: PaymentIntent, options: AttemptOptions): PaymentIntent {
  const { method } = options
  checkOwner(intent, method)
  if (method.type === 'customer_balance') {
    const { errorOnRequiresAction } = options
    return attemptTransfer(world, intent, {
      method,
      origin: pagesOrigin(options.call, 'payments'),
      errorOnRequiresAction,
    })
  }
  giveBack(world, intent)
  if (isDebit(method)) return attemptDebit(world, intent, options)
  if (method.type !== 'card') throw notModelled(`payments with a payment method of type '${method.type}'`)
  checkDescriptor(intent)
  const secrets = secretsOf(world, method)
  if (secrets.spent) throw spentMethod()
  const { offSession, requestThreeDSecure } = options
  if (!authenticationNeeded(secrets, { offSession, requestThreeDSecure })) {
    return finish(world, intent, { method, secrets, authenticated: false, call: options.call })
  }
  const broken = secrets.outcome.authenticationError
  if (broken) return refuse(world, intent, method, broken, undefined)
  if (offSession || options.errorOnRequiresAction) {
    const decline = offSession ? DECLINES.authenticationRequired : DECLINES.authenticationNotHandled
    return refuse(world, intent, options.method, decline, undefined)
  }
  const authentication = startAuthentication(world, {
    intent: intent.id,
    kind: 'payment',
    method: method.id,
    returnUrl: options.returnUrl ?? null,
  })
  const waiting = world.paymentIntents.update(intent.id, {
    status: 'requires_action',
    payment_method: method.id,
    last_payment_error: null,
    next_action: nextAction(authentication, options.returnUrl, pagesOrigin(options.call)),
  })
  world.emit('payment_intent.requires_action', waiting)
  return waiting
}

/** @throws a statement descriptor of its own on a card payment (400) @unverified wording */
function checkDescriptor({ statement_descriptor: descriptor }: PaymentIntent): void {
  if (descriptor === null) return
  throw invalidRequest(
    'The `statement_descriptor` parameter is not supported for card payments. Use `statement_descriptor_suffix` instead.',
    { param: 'statement_descriptor' },
  )
}

interface Finish {
  readonly method: PaymentMethod
  readonly secrets: CardSecrets
  readonly authenticated: boolean
  readonly call: Door
  /** Where the card was held to a reader. */
  readonly present?: Presented
}

interface Charged {
  readonly charge: Charge
  /** Why nothing was paid: the PaymentIntent is then as it was. */
  readonly decline: Decline | undefined
  readonly intent: PaymentIntent
}

/** Charges the card and moves the PaymentIntent on. @refuses card_declined and its kin (402) */
export function finish(world: StripeWorld, intent: PaymentIntent, how: Finish): PaymentIntent {
  const { charge, decline, intent: after } = chargeIntent(world, intent, how)
  return decline ? refuse(world, intent, how.method, decline, charge) : after
}

/** The same, for those who tell of a decline in another way than by an error. */
export function chargeIntent(world: StripeWorld, intent: PaymentIntent, how: Finish): Charged {
  const { method, secrets, authenticated, call, present } = how
  const { card, card_present: held } = intent.payment_method_options ?? {}
  const manual = intent.capture_method === 'manual' || (present !== undefined && held?.capture_method !== undefined)
  const { charge, result } = chargeCard(world, {
    ...orderOf(intent, { method, secrets, origin: pagesOrigin(call) }),
    capture: !manual,
    authenticated,
    incremental: present
      ? held?.request_incremental_authorization_support === true
      : card?.request_incremental_authorization === 'if_available',
    ...(present && { present }),
  })
  if (result.decline) return { charge, decline: result.decline, intent }
  if (!present) remember(world, intent, method, secrets)
  const after = manual ? authorised(world, intent, method, charge) : paid(world, intent, method, charge)
  return { charge, decline: undefined, intent: after }
}

function authorised(world: StripeWorld, intent: PaymentIntent, method: PaymentMethod, charge: Charge): PaymentIntent {
  const seconds = method.type === 'card_present' ? HELD_AT_READER_FOR : AUTHORISED_FOR
  const updated = world.paymentIntents.update(intent.id, {
    status: 'requires_capture',
    amount_capturable: intent.amount,
    latest_charge: charge.id,
    review: charge.review,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  })
  world.emit('payment_intent.amount_capturable_updated', updated)
  world.port.schedule('expire authorization', world.port.now() + seconds * 1000, { intent: intent.id })
  return updated
}

function paid(world: StripeWorld, intent: PaymentIntent, method: PaymentMethod, charge: Charge): PaymentIntent {
  // automatic_async answers before the money is booked; charge.updated tells of that.
  if (intent.capture_method === 'automatic_async')
    world.port.schedule('settle charge', world.port.now(), { charge: charge.id })
  else settleCharge(world, charge)
  const updated = world.paymentIntents.update(intent.id, {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    review: charge.review,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  })
  world.emit('payment_intent.succeeded', updated)
  return updated
}
