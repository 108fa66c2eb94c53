import { DECLINES } from '../test-cards/declines.js'
import type { CardOutcome } from '../test-cards/test-card.js'
import { DEBIT_FAILURES, type DebitOutcome } from './debit.js'

const DAY = 24 * 60 * 60 * 1000
/** @source https://docs.stripe.com/payments/ach-direct-debit (read 2026-11): up to four business days; @unverified that test mode takes as long */
const AFTER = 4 * DAY

export interface TestAccount {
  readonly number: string
  /** What stands behind `pm_usBankAccount_`. */
  readonly name: string
  readonly outcome: CardOutcome
}

const ok: DebitOutcome = { ends: 'succeeded', after: AFTER }
const fails = (failure: DebitOutcome['failure'] & object): CardOutcome => ({
  debit: { ends: 'failed', failure, after: AFTER },
})

/** @source https://docs.stripe.com/testing#ach-direct-debit (as captured 2026-08-07) */
export const US_ACCOUNTS: readonly TestAccount[] = [
  { number: '000123456789', name: 'success', outcome: { debit: ok } },
  { number: '000111111113', name: 'accountClosed', outcome: fails(DEBIT_FAILURES.accountClosed) },
  { number: '000111111116', name: 'noAccount', outcome: fails(DEBIT_FAILURES.noAccount) },
  { number: '000222222227', name: 'insufficientFunds', outcome: fails(DEBIT_FAILURES.insufficientFunds) },
  { number: '000333333335', name: 'debitNotAuthorized', outcome: fails(DEBIT_FAILURES.notAuthorized) },
  { number: '000444444440', name: 'invalidCurrency', outcome: fails(DEBIT_FAILURES.invalidCurrency) },
  { number: '000555555559', name: 'dispute', outcome: { debit: ok, dispute: 'debit_not_authorized' } },
  { number: '000666666661', name: 'failMicrodeposits', outcome: { debit: { ...ok, microdepositsFail: true } } },
  {
    number: '000777777771',
    name: 'weeklyLimitExceeded',
    outcome: { debit: { ...ok, refused: DEBIT_FAILURES.weeklyLimit } },
  },
  { number: '000000000009', name: 'processing', outcome: { debit: { ends: 'never', after: AFTER } } },
  {
    number: '000000004954',
    name: 'riskLevelHighest',
    outcome: { debit: { ...ok, refused: DECLINES.fraudulent }, risk: 'highest' },
  },
]

export const US_ROUTING = '110000000'

/** Any other number pays, as Stripe's own does. @unverified */
export function usAccountByNumber(number: string): CardOutcome {
  return US_ACCOUNTS.find((account) => account.number === number)?.outcome ?? { debit: ok }
}

export function usAccountByName(name: string): TestAccount | undefined {
  return US_ACCOUNTS.find((account) => account.name === name)
}
