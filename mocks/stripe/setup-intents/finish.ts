import type { PaymentMethod, SetupIntent } from '../api.js'
import { THREE_D_SECURE } from '../charges/card-details.js'
import { cardError, docUrl } from '../errors.js'
import { secretsOf } from '../payment-intents/method-in-use.js'
import { attachToCustomer } from '../payment-methods/attach-to-customer.js'
import { type Decline, declineFields } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'

/** Succeeds, or with a decline fails and answers 402. */
export function finishSetup(
  world: StripeWorld,
  intent: SetupIntent,
  method: PaymentMethod,
  decline: Decline | undefined,
  mandate: string | null = null,
): SetupIntent {
  const attempt = recordAttempt(world, intent, method, decline ? 'failed' : 'succeeded')
  if (decline) {
    const failed = failSetup(world, intent, method, decline, attempt)
    world.port.refuse(cardError(decline, { setup_intent: failed, payment_method: method }))
  }
  const attached = intent.customer === null ? method : attachToCustomer(method, intent.customer as string, world)
  world.cardSecrets.put({ ...secretsOf(world, attached), setUp: true })
  const succeeded = world.setupIntents.update(intent.id, {
    status: 'succeeded',
    mandate,
    payment_method: method.id,
    latest_attempt: attempt,
    last_setup_error: null,
    next_action: null,
  })
  world.emit('setup_intent.succeeded', succeeded)
  return succeeded
}

/** @emits setup_intent.setup_failed */
export function failSetup(
  world: StripeWorld,
  intent: SetupIntent,
  method: PaymentMethod,
  decline: Decline,
  attempt?: string,
): SetupIntent {
  const { code, message } = decline
  const failed = world.setupIntents.update(intent.id, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    ...(attempt !== undefined && { latest_attempt: attempt }),
    last_setup_error: {
      code: code as NonNullable<NonNullable<SetupIntent['last_setup_error']>['code']>,
      ...declineFields(decline),
      doc_url: docUrl(code),
      message,
      payment_method: method,
      type: decline.type ?? 'card_error',
    },
  })
  world.emit('setup_intent.setup_failed', failed)
  return failed
}

/** @param generated the card that a card held to a reader leaves for later */
export function recordAttempt(
  world: StripeWorld,
  intent: SetupIntent,
  method: PaymentMethod,
  status: string,
  generated: string | null = null,
): string {
  const passed = status === 'succeeded' && intent.next_action !== null
  const attempt = world.setupAttempts.insert({
    id: world.id('setatt'),
    object: 'setup_attempt',
    application: null,
    created: world.now(),
    customer: intent.customer,
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: { [method.type]: detailsOf(method, generated, passed), type: method.type } as never,
    setup_error: null,
    setup_intent: intent.id,
    status,
    usage: intent.usage,
  })
  return attempt.id
}

/** @param passed whether the cardholder was asked by 3D Secure, and passed */
function detailsOf({ type, card }: PaymentMethod, generated: string | null, passed: boolean): object {
  if (type === 'card_present') return { generated_card: generated, offline: null }
  if (type !== 'card' || !card) return {}
  return {
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint,
    funding: card.funding,
    last4: card.last4,
    network: card.brand,
    three_d_secure: passed ? THREE_D_SECURE : null,
    wallet: null,
  }
}
