import type { Decline } from '../test-cards/declines.js'

/** What a test account does when it is debited. */
export interface DebitOutcome {
  /** In the end; `never` stays under way. */
  readonly ends: 'succeeded' | 'failed' | 'never'
  /** Why it fails in the end. */
  readonly failure?: Decline
  /** Refused at once, when the payment is confirmed. */
  readonly refused?: Decline
  /** Milliseconds until it has ended. */
  readonly after: number
  /** The two small deposits that prove an account do not arrive. */
  readonly microdepositsFail?: boolean
}

const failure = (code: string, message: string): Decline => ({ code, message, type: 'invalid_request_error' })

/** @source https://docs.stripe.com/payments/ach-direct-debit/blocked-bank-accounts and /sepa-debit (from memory); @unverified sentences, and the type of error */
export const DEBIT_FAILURES = {
  accountClosed: failure('account_closed', "The customer's bank account has been closed."),
  noAccount: failure('no_account', "The customer's bank account could not be located."),
  insufficientFunds: failure(
    'insufficient_funds',
    "The customer's account has insufficient funds to cover this payment.",
  ),
  notAuthorized: failure(
    'debit_not_authorized',
    'The customer has notified their bank that this payment was unauthorized.',
  ),
  invalidCurrency: failure('bank_account_restricted', "The customer's bank account does not take this currency."),
  declined: failure('bank_account_declined', "The customer's bank declined the payment."),
  weeklyLimit: failure(
    'charge_exceeds_source_limit',
    'This payment would exceed what this bank account may be debited in a week.',
  ),
  transactionLimit: failure(
    'charge_exceeds_transaction_limit',
    'This payment is larger than what this bank account may be debited at once.',
  ),
} as const
