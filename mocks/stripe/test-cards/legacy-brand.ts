/** Cards and tokens write brands for people, payment methods for programs. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'MasterCard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  unknown: 'Unknown',
}
const OF_PEOPLE = new Map(Object.entries(BRANDS).map(([brand, written]) => [written, brand]))

/** `amex` -> `American Express`. */
export function legacyBrand(brand: string): string {
  return BRANDS[brand] ?? brand
}

/** `American Express` -> `amex`. */
export function brandOfLegacy(written: string): string {
  return OF_PEOPLE.get(written) ?? written.toLowerCase()
}
