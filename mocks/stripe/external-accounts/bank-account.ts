import type { BankAccount, Metadata } from '../api.js'
import { currencyOf } from '../country-currencies.js'
import { invalidRequest, missing } from '../errors.js'
import { fingerprintOf } from '../fingerprint.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { failureOfNumber, failureOfToken } from './test-accounts.js'

export interface BankAccountInput {
  readonly account_holder_name?: string
  readonly account_holder_type?: string
  readonly account_number: string
  readonly country: string
  readonly currency?: string
  readonly routing_number?: string
}

/** A bank account as the rest of the model takes it. */
export interface BankFacts {
  readonly account_holder_name: string | null
  readonly account_holder_type: string | null
  readonly country: string
  readonly currency: string
  readonly last4: string
  readonly fingerprint: string
  readonly routing_number: string | null
  readonly fails: string | null
}

const ROUTING = '110000000'
const SUCCESS = '000123456789'

/** @throws routing_number_invalid, account_number_invalid (400) @unverified wording */
export function readBankAccount(input: BankAccountInput, param: string): BankFacts {
  const { account_number: number, routing_number: routing, country } = input
  if (!/^[A-Za-z0-9]{4,34}$/.test(number)) {
    throw invalidRequest('Invalid account number: it must have 4 to 34 letters and digits.', {
      code: 'account_number_invalid',
      param: `${param}[account_number]`,
    })
  }
  if (country === 'US' && !/^\d{9}$/.test(routing ?? '')) {
    throw invalidRequest('Invalid routing number: it must have nine digits.', {
      code: 'routing_number_invalid',
      param: `${param}[routing_number]`,
    })
  }
  return {
    account_holder_name: input.account_holder_name ?? null,
    account_holder_type: input.account_holder_type ?? null,
    country,
    currency: (input.currency ?? currencyOf(country)).toLowerCase(),
    last4: number.slice(-4),
    fingerprint: fingerprintOf(`${routing} ${number}`),
    routing_number: routing ?? null,
    fails: failureOfNumber(number),
  }
}

/** Of `btok_us_verified` and its like, or of a token of the world's. @throws resource_missing, token_already_used (400) */
export function bankFromToken(world: StripeWorld, token: string, param: string): BankFacts {
  const fails = failureOfToken(token)
  if (fails !== undefined) {
    return {
      ...readBankAccount({ account_number: SUCCESS, country: 'US', routing_number: ROUTING }, param),
      fails,
    }
  }
  const kept = world.tokens.named(token, param)
  if (!kept.bank_account) throw missing('token', token, param, false)
  if (kept.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${token}.`, {
      code: 'token_already_used',
      param,
    })
  }
  world.tokens.update(token, { used: true })
  const { account_holder_name, account_holder_type, country, currency, last4, fingerprint, routing_number } =
    kept.bank_account
  return {
    account_holder_name,
    account_holder_type,
    country,
    currency,
    last4,
    fingerprint: fingerprint ?? '',
    routing_number,
    fails: world.bankSecrets.find(token)?.fails ?? null,
  }
}

/** A bank account that an account is paid out to. */
export function bankAccountOf(
  id: string,
  account: string,
  facts: BankFacts,
  more: { readonly isDefault: boolean; readonly metadata?: Metadata | '' | undefined },
): BankAccount {
  const { fails: _, ...shown } = facts
  return {
    id,
    object: 'bank_account',
    ...shown,
    account,
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'STRIPE TEST BANK',
    default_for_currency: more.isDefault,
    future_requirements: noRequirements(),
    metadata: mergeMetadata({}, more.metadata),
    requirements: noRequirements(),
    status: 'new',
  }
}

function noRequirements() {
  return { currently_due: [], errors: [], past_due: [], pending_verification: [] }
}
