import type { PaymentIntent } from '../api.js'
import { fundIntent, remainingOf, waitingOf } from '../payment-intents/bank-transfer.js'
import type { StripeWorld } from '../world.js'
import { cashBalanceOf, cashIn, cashRowOf, modeOf, type ReconciliationMode } from './cash-balance.js'
import { exactGroup } from './exact-group.js'

/** Money that came into a customer's cash balance. */
export interface Arrival {
  readonly customer: string
  readonly currency: string
  /** Minor units. */
  readonly amount: number
  /** What the sender wrote. */
  readonly reference?: string | null
}

/**
 * Uses new money for the payments that wait for it, unless the shop does that by hand, and tells of what is left.
 * @emits those of `fundIntent`, cash_balance.funds_available
 * @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05); @unverified that money which comes back from
 * a payment or a refund is used and told of like a transfer
 */
export function reconcile(world: StripeWorld, arrival: Arrival): void {
  const { customer, currency } = arrival
  if (modeOf(world, customer) === 'automatic') apply(world, arrival)
  if (cashIn(world, customer, currency) > 0) world.emit('cash_balance.funds_available', cashBalanceOf(world, customer))
}

/** Says how money is used from now on; what is there is used at once where that is automatic. @unverified the latter */
export function changeMode(
  world: StripeWorld,
  customer: string,
  mode: ReconciliationMode | 'merchant_default' | undefined,
): void {
  if (mode === undefined) return
  const row = world.cashRows.put({ ...cashRowOf(world, customer), mode: mode === 'merchant_default' ? null : mode })
  if (row.mode === 'manual') return
  for (const [currency, amount] of Object.entries(row.available ?? {})) apply(world, { customer, currency, amount })
}

/**
 * First the payment that the sender names, then as few as wait for just this amount together, then the oldest. In Japan nobody names a payment.
 * @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05), but for invoices
 */
function apply(world: StripeWorld, { customer, currency, amount, reference }: Arrival): void {
  const use = (intent: PaymentIntent) => {
    const part = Math.min(cashIn(world, customer, currency), remainingOf(world, intent))
    if (part > 0) fundIntent(world, intent, part)
  }
  const waiting = waitingOf(world, customer, currency)
  const named = waiting.filter(({ next_action: action }) => names(reference, action))
  if (named.length === 1) named.forEach(use)
  else if (cashIn(world, customer, currency) >= amount) {
    exactGroup(waiting, (intent) => remainingOf(world, intent), amount).forEach(use)
  }
  waitingOf(world, customer, currency).forEach(use)
}

/** Banks put other words around a reference. @unverified that it may stand among others, and that case is ignored */
function names(reference: string | null | undefined, action: PaymentIntent['next_action']): boolean {
  const own = action?.display_bank_transfer_instructions?.reference
  return own !== null && own !== undefined && (reference?.toUpperCase().includes(own) ?? false)
}
