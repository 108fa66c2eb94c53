import type { CardOutcome } from '../test-cards/test-card.js'
import { DEBIT_FAILURES, type DebitOutcome } from './debit.js'

const SECOND = 1000
const MINUTE = 60 * SECOND

const soon: DebitOutcome = { ends: 'succeeded', after: 5 * SECOND }
const later: DebitOutcome = { ends: 'succeeded', after: 3 * MINUTE }

/**
 * By what stands behind `pm_sepaDebit_`, before the country.
 * @source https://docs.stripe.com/testing#sepa-direct-debit (as captured 2026-08-07): delayed means three minutes; @unverified the codes
 */
const OUTCOMES: Readonly<Record<string, CardOutcome>> = {
  success: { debit: soon },
  successDelayed: { debit: later },
  failed: { debit: { ...soon, ends: 'failed', failure: DEBIT_FAILURES.declined } },
  failedDelayed: { debit: { ...later, ends: 'failed', failure: DEBIT_FAILURES.declined } },
  disputed: { debit: soon, dispute: 'debit_not_authorized' },
  exceedsWeeklyVolumeLimit: { debit: { ...soon, refused: DEBIT_FAILURES.weeklyLimit } },
  exceedsWeeklyTransactionLimit: { debit: { ...soon, refused: DEBIT_FAILURES.transactionLimit } },
  insufficientFunds: { debit: { ...soon, ends: 'failed', failure: DEBIT_FAILURES.insufficientFunds } },
}

/** By the last four digits of Germany's test IBANs. */
const ENDINGS: Readonly<Record<string, string>> = {
  '3000': 'success',
  '3003': 'successDelayed',
  '3001': 'failed',
  '3004': 'failedDelayed',
  '3002': 'disputed',
}

export interface SepaAccount {
  readonly country: string
  readonly last4: string
  readonly outcome: CardOutcome
}

/** `success_de` and its like. */
export function sepaAccountByName(name: string): SepaAccount | undefined {
  const [kind = '', country = ''] = name.split('_')
  const outcome = OUTCOMES[kind]
  if (!outcome || !/^[a-z]{2}$/.test(country)) return undefined
  const ending = Object.keys(ENDINGS).find((key) => ENDINGS[key] === kind) ?? '3000'
  return { country: country.toUpperCase(), last4: ending, outcome }
}

/** Undefined for what is no IBAN. Those that are not Germany's test accounts pay. @unverified */
export function sepaAccountByIban(iban: string): SepaAccount | undefined {
  const compact = iban.replace(/\s/g, '').toUpperCase()
  if (!isIban(compact)) return undefined
  const country = compact.slice(0, 2)
  const last4 = compact.slice(-4)
  const kind = country === 'DE' ? (ENDINGS[last4] ?? 'success') : 'success'
  return { country, last4, outcome: OUTCOMES[kind] ?? {} }
}

/** @source ISO 13616: the first four go last, and the whole leaves 1 of 97 */
function isIban(iban: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban) && remainder97(iban.slice(4) + iban.slice(0, 4)) === 1
}

/** What is left of an account number divided by 97; letters count from 10. */
export function remainder97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}
