import { remainder97 } from '../test-banks/sepa-accounts.js'
import type { EuroCountry } from './transfer-types.js'

/** An IBAN whose check digits are right, made of at least 17 digits. @source ISO 13616 and its registry, for the length of each country's account numbers */
export function ibanOf(country: EuroCountry, digits: string): string {
  const account = bban(country, digits)
  const check = 98 - remainder97(`${account}${country}00`)
  return `${country}${String(check).padStart(2, '0')}${account}`
}

function bban(country: EuroCountry, digits: string): string {
  switch (country) {
    case 'DE':
      return `00000000${digits.slice(-10)}`
    case 'FR':
      return french(digits)
    case 'IE':
      return `SXPY000000${digits.slice(-8)}`
    case 'NL':
      return `SXPY${digits.slice(-10)}`
  }
}

/** France has check digits of its own besides. */
function french(digits: string): string {
  const account = `0000000000${digits.slice(-11)}`
  return `${account}${String(97 - remainder97(`${account}00`)).padStart(2, '0')}`
}

/** The 18 digits of a Mexican account, the last of which is the check digit. @source Banco de México: weights 3, 7, 1 */
export function clabeOf(digits: string): string {
  const first = `000180${digits.slice(-11)}`
  const sum = [...first].reduce((total, digit, at) => total + ((Number(digit) * ([3, 7, 1][at % 3] ?? 1)) % 10), 0)
  return `${first}${(10 - (sum % 10)) % 10}`
}
