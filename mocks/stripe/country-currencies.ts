/** Countries with the currency that accounts there begin with, by their two letters. */
export const COUNTRY_CURRENCIES: Readonly<Record<string, string>> = {
  AT: 'eur',
  AU: 'aud',
  BE: 'eur',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  DE: 'eur',
  DK: 'dkk',
  ES: 'eur',
  FI: 'eur',
  FR: 'eur',
  GB: 'gbp',
  IE: 'eur',
  IT: 'eur',
  JP: 'jpy',
  MX: 'mxn',
  NL: 'eur',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  PT: 'eur',
  SE: 'sek',
  SG: 'sgd',
  US: 'usd',
}

/** The euro where nothing else is known. @unverified */
export function currencyOf(country: string): string {
  return COUNTRY_CURRENCIES[country] ?? 'eur'
}
