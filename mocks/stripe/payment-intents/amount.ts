import { emptyParameter, invalidRequest } from '../errors.js'

/** The least amount that can be charged, in minor units. @source https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts; @unverified today's figures */
const LEAST: Readonly<Record<string, number>> = {
  usd: 50,
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
}
const MOST = 99_999_999
const ZERO_DECIMAL = new Set([
  'bif',
  'clp',
  'djf',
  'gnf',
  'jpy',
  'kmf',
  'krw',
  'mga',
  'pyg',
  'rwf',
  'ugx',
  'vnd',
  'vuv',
  'xaf',
  'xof',
  'xpf',
])

/** @throws amount_too_small, amount_too_large, parameter_invalid_integer (400) @unverified wording */
export function checkAmount(amount: number, currency: string, param = 'amount'): void {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param })
  const crossed = boundCrossed(amount, currency)
  if (crossed) throw invalidRequest(`Amount must be ${crossed.bound}`, { code: crossed.code, param })
}

/** What an amount would have to be: `at least $0.50 usd`; undefined where it can be charged. */
export function boundCrossed(amount: number, currency: string) {
  const money = (bound: number) => `${symbol(currency)}${shown(bound, currency)} ${currency}`
  const least = LEAST[currency] ?? 1
  if (amount < least) return { code: 'amount_too_small', bound: `at least ${money(least)}` } as const
  if (amount > MOST) return { code: 'amount_too_large', bound: `no more than ${money(MOST)}` } as const
  return undefined
}

/** @throws an unknown currency (400) @unverified wording */
export function checkCurrency(currency: string): string {
  if (currency === '') throw emptyParameter('currency')
  const lower = currency.toLowerCase()
  if (/^[a-z]{3}$/.test(lower) && CURRENCIES.has(lower.toUpperCase())) return lower
  throw invalidRequest(
    `Invalid currency: ${currency}. Stripe currently supports these currencies: ${[...LEAST_NAMES].join(', ')}`,
    { param: 'currency' },
  )
}

/** The amount as people write it. */
export function shown(amount: number, currency: string): string {
  if (ZERO_DECIMAL.has(currency)) return String(amount)
  return (amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

export function symbol(currency: string): string {
  return { usd: '$', eur: '€', gbp: '£', jpy: '¥' }[currency] ?? ''
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
const LEAST_NAMES = Object.keys(LEAST)
