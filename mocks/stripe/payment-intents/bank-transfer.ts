import type { Row } from '../../../src/engine/kit.js'
import type { PaymentIntent } from '../api.js'
import { moveCash } from '../cash-balance/cash-balance.js'
import { chargeOf } from '../charges/charge.js'
import { resultOf } from '../charges/outcome.js'
import { settleCharge } from '../charges/settle.js'
import { settleSessionPayment } from '../checkout-sessions/settle.js'
import type { StripeWorld } from '../world.js'
import { orderOf } from './charge-order.js'
import { secretsOf } from './method-in-use.js'

/** A payment by bank transfer under way. Its id is that of the PaymentIntent. */
export interface BankTransfer extends Row {
  readonly customer: string
  readonly currency: string
  /** Minor units of the customer's money that this payment has already. */
  readonly applied: number
  /** When it was confirmed, by the world's clock. */
  readonly confirmed: number
  /** Where the pages of the sandbox are. */
  readonly origin: string
  readonly reference: string | null
}

/** What a payment still waits for, in minor units. */
export function remainingOf(world: StripeWorld, { id, amount }: PaymentIntent): number {
  return Math.max(amount - (world.bankTransfers.find(id)?.applied ?? 0), 0)
}

export function waitsForTransfer({ next_action: action, status }: PaymentIntent): boolean {
  return status === 'requires_action' && action?.display_bank_transfer_instructions !== undefined
}

/** The payments that a customer's money may go to: oldest first, in Japan by when they were confirmed. */
export function waitingOf(world: StripeWorld, customer: string, currency: string): PaymentIntent[] {
  const transferOf = ({ id }: PaymentIntent) => world.bankTransfers.find(id)
  const waiting = world.paymentIntents.where('customer', customer).filter((intent) => {
    return waitsForTransfer(intent) && intent.currency === currency && transferOf(intent)?.customer === customer
  })
  const age = (intent: PaymentIntent) => (currency === 'jpy' ? (transferOf(intent)?.confirmed ?? 0) : intent.created)
  return waiting.sort((a, b) => age(a) - age(b))
}

/**
 * Gives a payment under way some of the customer's money, in minor units; with the last of it the payment is made.
 * @emits customer_cash_balance_transaction.created, payment_intent.partially_funded, or charge.succeeded and payment_intent.succeeded
 * @source https://docs.stripe.com/payments/bank-transfers/accept-a-payment (as captured 2026); @unverified that nothing is received and no charge is
 * made before the whole is there
 */
export function fundIntent(world: StripeWorld, intent: PaymentIntent, amount: number): PaymentIntent {
  const transfer = world.bankTransfers.get(intent.id, 'intent')
  const { customer, currency } = transfer
  const applied_to_payment = { payment_intent: intent.id }
  moveCash(world, { customer, currency, amount: -amount, type: 'applied_to_payment', applied_to_payment })
  const funded = world.bankTransfers.put({ ...transfer, applied: transfer.applied + amount })
  if (funded.applied >= intent.amount) return makePayment(world, intent, funded)
  const waiting = world.paymentIntents.update(intent.id, { next_action: withRemaining(world, intent) })
  world.emit('payment_intent.partially_funded', waiting)
  return waiting
}

/** The next action of a payment whose amount, or what it has of it, is another now; any other stays. */
export function withRemaining(world: StripeWorld, intent: PaymentIntent): PaymentIntent['next_action'] {
  const { next_action: action } = intent
  const instructions = action?.display_bank_transfer_instructions
  if (!action || !instructions) return action
  return {
    ...action,
    display_bank_transfer_instructions: { ...instructions, amount_remaining: remainingOf(world, intent) },
  }
}

/** Makes a payment that has all its money. @emits charge.succeeded, payment_intent.succeeded */
export function makePayment(world: StripeWorld, intent: PaymentIntent, { origin, id }: BankTransfer): PaymentIntent {
  const method = world.paymentMethods.named(String(intent.payment_method), 'payment_method')
  const secrets = secretsOf(world, method)
  const { outcome } = resultOf(secrets.outcome)
  const { risk_score: _, ...assessed } = outcome
  const charge = world.charges.insert(
    chargeOf(world, orderOf(intent, { method, secrets, origin }), {
      decline: undefined,
      details: { customer_balance: {}, type: 'customer_balance' },
      id: world.id('py'),
      outcome: { ...assessed, risk_level: 'not_assessed' },
      status: 'succeeded',
    }),
  )
  world.bankTransfers.delete(id)
  const settled = settleCharge(world, charge)
  world.emit('charge.succeeded', settled)
  const paid = world.paymentIntents.update(intent.id, {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  })
  world.emit('payment_intent.succeeded', paid)
  settleSessionPayment(world, paid)
  return paid
}

interface Released {
  readonly customer: string
  readonly currency: string
  readonly amount: number
}

/** The customer has back what a payment took that is not to be made this way: all of it, or what is more than `keep`. @emits customer_cash_balance_transaction.created */
export function releaseTransfer(world: StripeWorld, { id }: PaymentIntent, keep = 0): Released | undefined {
  const transfer = world.bankTransfers.find(id)
  if (!transfer) return undefined
  const { applied, customer, currency } = transfer
  if (keep === 0) world.bankTransfers.delete(id)
  else world.bankTransfers.put({ ...transfer, applied: Math.min(applied, keep) })
  const amount = applied - Math.min(applied, keep)
  if (amount === 0) return undefined
  const unapplied_from_payment = { payment_intent: id }
  moveCash(world, { customer, currency, amount, type: 'unapplied_from_payment', unapplied_from_payment })
  return { customer, currency, amount }
}
