/** What is known of a card's number while it is typed. */
import { brandOf } from '../test-cards/brand.js'

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** In groups, as on the card. */
export function grouped(number: string): string {
  const cut = number.slice(0, 19)
  if (brandOf(cut) === 'amex')
    return cut.replace(/^(\d{4})(\d{1,6})?(\d{1,9})?.*$/, (_, a, b, c) => [a, b, c].filter(Boolean).join(' '))
  return cut.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** How many digits a number of this brand has at least. */
export function lengthOf(number: string): number {
  return { amex: 15, diners: 14 }[brandOf(number) as string] ?? 16
}

export function cvcLength(number: string): number {
  return brandOf(number) === 'amex' ? 4 : 3
}

/** `MM / YY` as it is typed; a month from 2 to 9 gets its zero. */
export function expiryText(text: string): string {
  let digits = digitsOf(text).slice(0, 4)
  if (/^[2-9]$/.test(digits)) digits = `0${digits}`
  return digits.length > 2 || (digits.length === 2 && text.endsWith('/'))
    ? `${digits.slice(0, 2)} / ${digits.slice(2)}`
    : digits
}

/** The check digit of ISO/IEC 7812-1. */
export function passesCheck(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    sum += i % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** Groups digits while they are typed, and keeps the caret behind the digit that it was behind. */
export function formatWhileTyping(input: HTMLInputElement, format: (text: string) => string): void {
  input.addEventListener('input', () => {
    const { selectionStart, value } = input
    const formatted = format(value)
    if (formatted === value) return
    const before = digitsOf(value.slice(0, selectionStart ?? value.length)).length
    const atEnd = selectionStart === value.length
    input.value = formatted
    let at = 0
    for (let seen = 0; at < formatted.length && seen < before; at++) if (/\d/.test(formatted[at] ?? '')) seen++
    const caret = atEnd ? formatted.length : at
    input.setSelectionRange(caret, caret)
  })
}
