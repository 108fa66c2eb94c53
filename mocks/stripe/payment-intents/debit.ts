import type { CallFacts } from '../../../src/engine/kit.js'
import type { PaymentIntent, PaymentMethod } from '../api.js'
import { chargeOf } from '../charges/charge.js'
import { debitDetails } from '../charges/debit-details.js'
import { resultOf } from '../charges/outcome.js'
import { type MandateInput, mandateFor } from '../mandates/create.js'
import { pagesOrigin } from '../pages/origin.js'
import { spentMethod } from '../payment-methods/attach-to-customer.js'
import { startMicrodeposits } from '../payment-methods/microdeposits.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import type { StripeWorld } from '../world.js'
import { orderOf } from './charge-order.js'
import { refuse } from './failure.js'
import { checkFits } from './fits.js'
import { remember, secretsOf } from './method-in-use.js'

const CURRENCIES = { us_bank_account: 'usd', sepa_debit: 'eur' } as const

export function isDebit(method: PaymentMethod): boolean {
  return method.type in CURRENCIES
}

interface DebitOptions {
  readonly method: PaymentMethod
  readonly mandate?: MandateInput
  readonly call: CallFacts
}

/**
 * Debits a bank account, which takes its time; one that is not verified is sent two small deposits first.
 * @throws payment_method_currency_mismatch, payment_intent_incompatible_payment_method, payment_intent_mandate_invalid,
 * payment_method_unexpected_state (400) @unverified wording  @refuses what the account's bank or Stripe refuses at once (402)
 * @emits payment_intent.requires_action, or charge.pending and payment_intent.processing; later charge.succeeded and payment_intent.succeeded, or
 * charge.failed and payment_intent.payment_failed  @source https://docs.stripe.com/payments/ach-direct-debit (read 2026-11)
 */
export function attemptDebit(world: StripeWorld, intent: PaymentIntent, { method, mandate = {}, call }: DebitOptions) {
  checkFits(intent, method, CURRENCIES[method.type as keyof typeof CURRENCIES])
  const secrets = secretsOf(world, method)
  if (secrets.spent) throw spentMethod()
  const once = intent.setup_future_usage === null ? { amount: intent.amount, currency: intent.currency } : undefined
  const waits = secrets.unverified === true
  const { id } = mandateFor(world, mandate, { method, once, waits, code: 'payment_intent_mandate_invalid' })
  if (!waits) return debit(world, intent, { method, secrets, mandate: id, call })
  const waiting = world.paymentIntents.update(intent.id, {
    status: 'requires_action',
    payment_method: method.id,
    last_payment_error: null,
    next_action: startMicrodeposits(world, { intent: intent.id, method, mandate: id, call }),
  })
  world.emit('payment_intent.requires_action', waiting)
  return waiting
}

interface Debit {
  readonly method: PaymentMethod
  readonly secrets: CardSecrets
  readonly mandate: string
  readonly call: CallFacts
}

/** The bank is asked. @refuses what is refused at once (402) @emits charge.pending, payment_intent.processing, or charge.failed and payment_intent.payment_failed */
export function debit(
  world: StripeWorld,
  intent: PaymentIntent,
  { method, secrets, mandate, call }: Debit,
): PaymentIntent {
  const { debit: outcome } = secrets.outcome
  const order = orderOf(intent, { method, secrets, origin: pagesOrigin(call) })
  const refused = outcome?.refused
  const made = {
    ...resultOf(secrets.outcome),
    decline: refused,
    id: world.id('py'),
    details: debitDetails(world, method, mandate),
    status: refused ? ('failed' as const) : ('pending' as const),
  }
  const charge = world.charges.insert(chargeOf(world, order, made))
  world.emit(refused ? 'charge.failed' : 'charge.pending', charge)
  if (refused) return refuse(world, intent, method, refused, charge)
  remember(world, intent, method, secrets)
  const processing = world.paymentIntents.update(intent.id, {
    status: 'processing',
    latest_charge: charge.id,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  })
  world.emit('payment_intent.processing', processing)
  if (outcome && outcome.ends !== 'never') {
    world.port.schedule('settle debit', world.port.now() + outcome.after, { intent: intent.id, charge: charge.id })
  }
  return processing
}
