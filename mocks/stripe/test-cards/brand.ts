export type Brand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown'

/** By the first digits of a number, as networks have divided them: also of one that is still typed. */
export function brandOf(number: string): Brand {
  if (number.startsWith('4')) return 'visa'
  if (/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/.test(number)) return 'mastercard'
  if (/^3[47]/.test(number)) return 'amex'
  if (/^35/.test(number)) return 'jcb'
  if (/^3[0689]/.test(number)) return 'diners'
  if (/^62/.test(number)) return 'unionpay'
  if (/^6/.test(number)) return 'discover'
  return 'unknown'
}
