import { invalidRequest } from '../errors.js'
import { fingerprintOf } from '../fingerprint.js'
import { sepaAccountByIban, sepaAccountByName } from '../test-banks/sepa-accounts.js'
import { US_ROUTING, usAccountByName, usAccountByNumber } from '../test-banks/us-accounts.js'
import type { CardOutcome } from '../test-cards/test-card.js'

/** A bank account as a payment method shows it, and what it does. Its number is shown nowhere. */
export interface BankDebit {
  readonly type: 'us_bank_account' | 'sepa_debit'
  readonly details: Readonly<Record<string, unknown>>
  readonly outcome: CardOutcome
  /** Small deposits have to prove that the account is the customer's. */
  readonly unverified: boolean
}

type Given = Readonly<Record<string, unknown>>

/**
 * What a request says of a bank account.
 * @throws parameter_missing, account_number_invalid, routing_number_invalid, an IBAN that is none (400) @unverified wording
 */
export function givenDebit(type: BankDebit['type'], given: Given): BankDebit {
  return type === 'us_bank_account' ? usDebit(given) : sepaDebit(given)
}

/** `pm_usBankAccount_success`, `pm_sepaDebit_success_de` and their like, which are verified. */
export function namedDebit(id: string): BankDebit | undefined {
  const us = /^pm_usBankAccount_(\w+)$/.exec(id)?.[1]
  const account =
    us === undefined ? (id === 'pm_usBankAccount' ? usAccountByName('success') : undefined) : usAccountByName(us)
  if (account) {
    const details = usDetails({ account_number: account.number, routing_number: US_ROUTING })
    return { type: 'us_bank_account', details, outcome: account.outcome, unverified: false }
  }
  const sepa = /^pm_sepaDebit_(\w+)$/.exec(id)?.[1]
  const named = sepa === undefined ? undefined : sepaAccountByName(sepa)
  if (!named) return undefined
  return {
    type: 'sepa_debit',
    details: sepaDetails(named.country, named.last4, id),
    outcome: named.outcome,
    unverified: false,
  }
}

function usDebit(given: Given): BankDebit {
  for (const name of ['account_number', 'routing_number', 'account_holder_type'] as const) {
    if (given[name] !== undefined) continue
    throw invalidRequest(`Missing required param: us_bank_account[${name}].`, {
      code: 'parameter_missing',
      param: `us_bank_account[${name}]`,
    })
  }
  const number = String(given.account_number)
  if (!/^\d{4,17}$/.test(number)) {
    throw invalidRequest('The bank account number provided is invalid.', {
      code: 'account_number_invalid',
      param: 'us_bank_account[account_number]',
    })
  }
  if (!/^\d{9}$/.test(String(given.routing_number))) {
    throw invalidRequest('The routing number provided is invalid: it must have nine digits.', {
      code: 'routing_number_invalid',
      param: 'us_bank_account[routing_number]',
    })
  }
  return { type: 'us_bank_account', details: usDetails(given), outcome: usAccountByNumber(number), unverified: true }
}

function usDetails(given: Given): Readonly<Record<string, unknown>> {
  const number = String(given.account_number)
  return {
    account_holder_type: given.account_holder_type ?? 'individual',
    account_type: given.account_type ?? 'checking',
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    fingerprint: fingerprintOf(`${given.routing_number} ${number}`),
    last4: number.slice(-4),
    networks: { preferred: 'ach', supported: ['ach'] },
    routing_number: given.routing_number,
    status_details: {},
  }
}

function sepaDebit(given: Given): BankDebit {
  const iban = String(given.iban ?? '')
  const account = sepaAccountByIban(iban)
  if (!account) {
    throw invalidRequest('The IBAN you entered is incomplete or invalid.', {
      param: 'sepa_debit[iban]',
    })
  }
  const { country, last4, outcome } = account
  return { type: 'sepa_debit', details: sepaDetails(country, last4, iban), outcome, unverified: false }
}

function sepaDetails(country: string, last4: string, of: string): Readonly<Record<string, unknown>> {
  return {
    bank_code: '37040044',
    branch_code: '',
    country,
    fingerprint: fingerprintOf(of),
    generated_from: { charge: null, setup_attempt: null },
    last4,
  }
}
