import type { Charge, PaymentIntent, PaymentMethod } from '../api.js'
import { cardError, docUrl } from '../errors.js'
import { type Decline, declineFields } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'

/** Keeps the failed attempt and answers 402. */
export function refuse(
  world: StripeWorld,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline: Decline,
  charge: Charge | undefined,
): never {
  const failed = failIntent(world, intent, method, decline, charge)
  world.port.refuse(
    cardError(decline, {
      ...(charge && { charge: charge.id }),
      payment_intent: failed,
      payment_method: failed.last_payment_error?.payment_method,
    }),
  )
}

/** Writes a failed attempt into the PaymentIntent. @emits payment_intent.payment_failed */
export function failIntent(
  world: StripeWorld,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline: Decline,
  charge: Charge | undefined,
): PaymentIntent {
  const { code, message } = decline
  const failed = world.paymentIntents.update(intent.id, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    ...(charge && { latest_charge: charge.id }),
    last_payment_error: {
      ...(charge && { charge: charge.id }),
      code: code as NonNullable<NonNullable<PaymentIntent['last_payment_error']>['code']>,
      ...declineFields(decline),
      doc_url: docUrl(code),
      message,
      payment_method: world.paymentMethods.find(method.id) ?? method,
      type: decline.type ?? 'card_error',
    },
  })
  world.emit('payment_intent.payment_failed', failed)
  return failed
}
