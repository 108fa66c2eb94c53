import type { Door } from '../pages/origin.js'
import type { StripeWorld } from '../world.js'
import { overtaken } from './intents.js'
import { payPresented } from './pay.js'
import { fail } from './reader.js'

/** Milliseconds that an authorization takes. @source https://docs.stripe.com/terminal/payments/collect-card-payment#payment-cancellation (read 2026-11): a few seconds */
export const AUTHORIZED_AFTER = 2000

/** A reader charges the card that it took before. @emits see `payPresented` */
export function authorizeAtReader(world: StripeWorld, id: string, door: Door): void {
  const reader = world.readers.find(id)
  const { status, confirm_payment_intent: task } = reader?.action ?? {}
  if (!reader || status !== 'in_progress' || !task) return
  const intent = world.paymentIntents.find(String(task.payment_intent))
  const method = intent && world.paymentMethods.find(String(intent.payment_method))
  if (intent?.status !== 'requires_confirmation' || !method) fail(world, reader, overtaken('Payment intent'))
  else payPresented(world, reader, intent, { method, tip: 0, door })
}
