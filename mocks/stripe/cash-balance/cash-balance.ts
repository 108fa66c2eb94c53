import type { Row } from '../../../src/engine/kit.js'
import type { CashBalance, CashTransaction } from '../api.js'
import type { StripeWorld } from '../world.js'

export type ReconciliationMode = 'automatic' | 'manual'

/** What is kept of a customer's cash balance; its id is the customer's. */
export interface CashRow extends Row {
  /** Minor units by currency; null until money came. */
  readonly available: Readonly<Record<string, number>> | null
  /** Null: as the account does it, which is automatically. @source https://docs.stripe.com/payments/customer-balance/reconciliation (as captured 2026-05) */
  readonly mode: ReconciliationMode | null
}

export function cashRowOf(world: StripeWorld, customer: string): CashRow {
  return world.cashRows.find(customer) ?? { id: customer, available: null, mode: null }
}

/** What of a customer's money is not spent, in minor units. */
export function cashIn(world: StripeWorld, customer: string, currency: string): number {
  return cashRowOf(world, customer).available?.[currency] ?? 0
}

export function modeOf(world: StripeWorld, customer: string): ReconciliationMode {
  return cashRowOf(world, customer).mode ?? 'automatic'
}

/** The cash balance as Stripe shows it. @unverified that one without money has `available: null` */
export function cashBalanceOf(world: StripeWorld, customer: string): CashBalance {
  const { available, mode } = cashRowOf(world, customer)
  return {
    object: 'cash_balance',
    available: available && { ...available },
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: mode ?? 'automatic', using_merchant_default: mode === null },
  }
}

type Detail = Pick<
  CashTransaction,
  'type' | 'applied_to_payment' | 'funded' | 'refunded_from_payment' | 'unapplied_from_payment'
>

export interface CashMove extends Detail {
  readonly customer: string
  readonly currency: string
  /** Minor units; below zero where it leaves the cash balance. */
  readonly amount: number
}

/**
 * Writes a cash balance transaction: the only way in which a customer's money moves.
 * @emits customer_cash_balance_transaction.created  @source https://docs.stripe.com/api/cash_balance_transactions/object (read 2026-11)
 */
export function moveCash(world: StripeWorld, { customer, currency, amount, ...detail }: CashMove): CashTransaction {
  const kept = cashRowOf(world, customer)
  const ending = (kept.available?.[currency] ?? 0) + amount
  world.cashRows.put({ ...kept, available: { ...kept.available, [currency]: ending } })
  const transaction = world.cashTransactions.insert({
    id: world.id('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    created: world.now(),
    currency,
    customer,
    customer_account: null,
    ending_balance: ending,
    livemode: false,
    net_amount: amount,
    ...detail,
  })
  world.emit('customer_cash_balance_transaction.created', transaction)
  return transaction
}
