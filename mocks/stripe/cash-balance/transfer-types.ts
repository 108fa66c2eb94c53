import { invalidRequest } from '../errors.js'

/** The kinds of bank transfer, and the one currency that each takes. @source https://docs.stripe.com/payments/bank-transfers (as captured 2026) */
const CURRENCIES = {
  eu_bank_transfer: 'eur',
  gb_bank_transfer: 'gbp',
  jp_bank_transfer: 'jpy',
  mx_bank_transfer: 'mxn',
  us_bank_transfer: 'usd',
} as const
export type TransferType = keyof typeof CURRENCIES

/** Where a virtual account for euros may be. @source https://docs.stripe.com/payments/bank-transfers (as captured 2026) */
export const EURO_COUNTRIES = ['DE', 'FR', 'IE', 'NL'] as const
export type EuroCountry = (typeof EURO_COUNTRIES)[number]

const TYPES = Object.keys(CURRENCIES) as TransferType[]

/** How money of a currency is sent. @throws a currency without bank transfers (400) @unverified wording */
export function transferTypeOf(currency: string): TransferType {
  const type = TYPES.find((each) => CURRENCIES[each] === currency)
  if (type) return type
  throw invalidRequest(
    `Bank transfers are not supported in ${currency}. They are in ${Object.values(CURRENCIES).join(', ')}.`,
    { param: 'currency' },
  )
}

interface Wanted {
  readonly type: string
  readonly eu_bank_transfer?: { readonly country: string }
}

/** A kind of transfer that was checked, and the country of the account that is sent to. */
export interface TransferKind {
  readonly type: TransferType
  readonly country: EuroCountry | 'GB' | 'JP' | 'MX' | 'US'
}

/**
 * What a request says of the transfer; `param` is where it says so.
 * @throws a type of another currency, parameter_missing, a country without virtual accounts (400) @unverified wording
 */
export function transferKind(wanted: Wanted, currency: string, param: string): TransferKind {
  const type = transferTypeOf(currency)
  if (wanted.type !== type) {
    throw invalidRequest(`A bank transfer of type ${wanted.type} cannot be used with ${currency}: use ${type}.`, {
      param: `${param}[type]`,
    })
  }
  if (type !== 'eu_bank_transfer') return { type, country: countryOf(type) }
  const country = wanted.eu_bank_transfer?.country
  const at = `${param}[eu_bank_transfer][country]`
  if (country === undefined) {
    throw invalidRequest(`Missing required param: ${at}.`, { code: 'parameter_missing', param: at })
  }
  return { type, country: euroCountry(country, at) }
}

/** The transfer that Stripe picks where nothing is said of it. @unverified that euros go to the account's own country, or else to Germany */
export function usualKind(currency: string, accountCountry: string | undefined): TransferKind {
  const type = transferTypeOf(currency)
  if (type !== 'eu_bank_transfer') return { type, country: countryOf(type) }
  return { type, country: EURO_COUNTRIES.find((each) => each === accountCountry) ?? 'DE' }
}

function euroCountry(country: string, param: string): EuroCountry {
  const known = EURO_COUNTRIES.find((each) => each === country)
  if (known) return known
  throw invalidRequest(`Invalid country: ${country}. It must be one of ${EURO_COUNTRIES.join(', ')}.`, { param })
}

function countryOf(type: Exclude<TransferType, 'eu_bank_transfer'>) {
  return ({ gb_bank_transfer: 'GB', jp_bank_transfer: 'JP', mx_bank_transfer: 'MX', us_bank_transfer: 'US' } as const)[
    type
  ]
}
