import type { CashTransaction } from '../api.js'
import type { StripeWorld } from '../world.js'
import { moveCash } from './cash-balance.js'
import { type Arrival, reconcile } from './reconcile.js'
import { type TransferType, transferTypeOf } from './transfer-types.js'

type Sender = Omit<NonNullable<CashTransaction['funded']>['bank_transfer'], 'reference' | 'type'>

/** Who sends money in tests. @source https://docs.stripe.com/payments/bank-transfers (as captured 2026), but for names */
const SENDERS: Readonly<Record<TransferType, Sender>> = {
  eu_bank_transfer: {
    eu_bank_transfer: { bic: 'COBADEFFXXX', iban_last4: '3000', sender_name: 'Jenny Rosen' },
  },
  gb_bank_transfer: {
    gb_bank_transfer: { account_number_last4: '2345', sender_name: 'Jenny Rosen', sort_code: '108800' },
  },
  jp_bank_transfer: {
    jp_bank_transfer: { sender_bank: 'JP Test Bank', sender_branch: 'Test Branch', sender_name: 'Jenny Rosen' },
  },
  mx_bank_transfer: {},
  us_bank_transfer: { us_bank_transfer: { network: 'ach', sender_name: 'Jenny Rosen' } },
}

/**
 * A bank transfer has come in for a customer.
 * @throws a currency without bank transfers (400)  @emits customer_cash_balance_transaction.created, and those of `reconcile`
 */
export function receiveBankTransfer(world: StripeWorld, arrival: Arrival): CashTransaction {
  const { customer, currency, amount, reference = null } = arrival
  const type = transferTypeOf(currency)
  const funded = { bank_transfer: { ...SENDERS[type], reference, type } }
  const transaction = moveCash(world, { customer, currency, amount, type: 'funded', funded })
  reconcile(world, arrival)
  return transaction
}
