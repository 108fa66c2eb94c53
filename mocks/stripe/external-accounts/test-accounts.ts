import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

/** Why a payout comes back. */
export interface PayoutFailure {
  readonly code: string
  readonly message: string
}

/** What a world knows of a bank account and never shows; its id is the account's or its token's. */
export interface BankSecrets extends Row {
  /** A code of `FAILURES`; null where payouts arrive. */
  readonly fails: string | null
  /** Wrong answers about deposits into a customer's account so far. */
  readonly attempts?: number
}

/** @source https://docs.stripe.com/api/payouts/failures (from memory); @unverified the sentences */
const FAILURES: Readonly<Record<string, string>> = {
  account_closed: 'The bank account has been closed.',
  debit_not_authorized: 'Debits are not approved on this bank account.',
  insufficient_funds: 'The bank account does not have enough money for this.',
  invalid_currency: 'The bank cannot take a payout in this currency.',
  no_account: 'The bank found no account with these details.',
}

/** @source https://docs.stripe.com/connect/testing#payouts (from memory); @unverified all but the first two */
const NUMBERS: Readonly<Record<string, string>> = {
  '000111111116': 'no_account',
  '000111111113': 'account_closed',
  '000222222227': 'insufficient_funds',
  '000333333335': 'debit_not_authorized',
  '000444444440': 'invalid_currency',
}

/** By what stands behind `btok_us_verified`. @unverified (from memory) */
const TOKENS: Readonly<Record<string, string | null>> = {
  btok_us: null,
  btok_us_verified: null,
  btok_us_verified_noAccount: 'no_account',
  btok_us_verified_accountClosed: 'account_closed',
  btok_us_verified_insufficientFunds: 'insufficient_funds',
  btok_us_verified_debitNotAuthorized: 'debit_not_authorized',
  btok_us_verified_invalidCurrency: 'invalid_currency',
}

export function failureOfNumber(number: string): string | null {
  return NUMBERS[number] ?? null
}

/** Undefined for what is no test token. */
export function failureOfToken(token: string): string | null | undefined {
  return TOKENS[token]
}

/** What a payout to this account ends with; undefined where it arrives. */
export function payoutFailureOf(world: StripeWorld, account: string): PayoutFailure | undefined {
  const code = world.bankSecrets.find(account)?.fails
  return code ? { code, message: FAILURES[code] ?? code } : undefined
}
