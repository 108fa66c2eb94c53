import { createHmac } from 'node:crypto'
import { isCardNumber } from '../redact.js'

export type Kind = 'secret' | 'email' | 'name' | 'phone' | 'address' | 'number' | 'date' | 'card'

/** Domains that belong to nobody (RFC 2606) tell nothing of anybody. */
const NOBODYS = /(?:^|\.)(?:example\.(?:com|org|net)|test|example|invalid|localhost)$/i
/** How much of a number stays: a country's code, the issuer of a card. */
const KEPT_OF_PHONE = 3
const KEPT_OF_CARD = 6
/** Of a secret without a prefix that is seen, if it is long enough. */
const KEPT_OF_SECRET = 4

/** The same value always gives the same pseudonym, of the same form and length; who has no key cannot tell which value it was. */
export class Pseudonyms {
  private readonly key: Uint8Array
  private readonly made = new Map<string, string>()

  constructor(key: Uint8Array) {
    this.key = key
  }

  /** @param kept of a secret: how much at its beginning stays, where that is known */
  of(kind: Kind, value: string, kept?: number): string {
    const id = `${kind}\0${value}`
    let pseudonym = this.made.get(id)
    if (pseudonym === undefined) {
      pseudonym = this.make(kind, value, kept)
      this.made.set(id, pseudonym)
    }
    return pseudonym
  }

  private make(kind: Kind, value: string, kept: number | undefined): string {
    if (kind === 'email') return this.email(value)
    if (kind === 'card') return this.card(value)
    if (kind === 'secret') return this.secret(value, kept ?? prefixOf(value))
    if (kind === 'date') return this.date(value)
    if (kind === 'name') return value.replace(/[\p{L}\p{M}]+/gu, (word) => this.shaped(`name ${word}`, word, 1))
    if (kind === 'phone') return this.shaped(`phone ${value.replace(/\D/g, '')}`, value, 0, KEPT_OF_PHONE)
    if (isIban(value)) return this.iban(value)
    return this.shaped(`${kind} ${value.toLowerCase()}`, value)
  }

  private email(value: string): string {
    const at = value.lastIndexOf('@')
    const [local, domain] = [value.slice(0, at), value.slice(at + 1)]
    const cut = domain.lastIndexOf('.')
    const own = NOBODYS.test(domain)
      ? domain
      : this.shaped(`domain ${domain.toLowerCase()}`, domain.slice(0, cut)) + domain.slice(cut)
    return `${this.shaped(`email ${value.toLowerCase()}`, local)}@${own}`
  }

  private secret(value: string, kept: number): string {
    const prefix = value.slice(0, kept)
    const rest = value.slice(kept)
    const hex = /^[0-9a-f]+$/.test(rest)
      ? '0123456789abcdef'
      : /^[0-9A-F]+$/.test(rest)
        ? '0123456789ABCDEF'
        : undefined
    if (!hex) return prefix + this.shaped(`secret ${value}`, rest)
    const bytes = this.bytes(`secret ${value}`, rest.length)
    return prefix + [...rest].map((_, i) => hex[(bytes[i] ?? 0) % 16]).join('')
  }

  private card(value: string): string {
    const digits = value.replace(/\D/g, '')
    const bytes = this.bytes(`card ${digits}`, digits.length)
    const body = [...digits].slice(0, -1).map((digit, i) => (i < KEPT_OF_CARD ? digit : String((bytes[i] ?? 0) % 10)))
    const check = [...'0123456789'].find((last) => isCardNumber(body.join('') + last)) ?? '0'
    const made = [...body, check]
    return value.replace(/\d/g, () => made.shift() ?? '0')
  }

  /** The year stays, and the day is one that every month has. */
  private date(value: string): string {
    const [, year, separator = '-'] = /^(\d{4})([-/]?)\d{2}[-/]?\d{2}$/.exec(value) ?? []
    if (year === undefined) return this.shaped(`date ${value}`, value, 0, 4)
    const [month = 0, day = 0] = this.bytes(`date ${value}`, 2)
    const two = (number: number) => String(number).padStart(2, '0')
    return [year, two(1 + (month % 12)), two(1 + (day % 28))].join(separator)
  }

  private iban(value: string): string {
    const shaped = this.shaped(`iban ${value}`, value.slice(4))
    const remainder = Number(BigInt(numeric(`${shaped.replace(/\s/g, '')}${value.slice(0, 2)}00`)) % 97n)
    return `${value.slice(0, 2)}${String(98 - remainder).padStart(2, '0')}${shaped}`
  }

  /** Letters for letters and digits for digits; so many letters or digits at the beginning stay. */
  private shaped(seed: string, value: string, letters = 0, digits = 0): string {
    const bytes = this.bytes(seed, value.length)
    let at = 0
    let seenLetters = 0
    let seenDigits = 0
    return value.replace(/\p{L}|\d/gu, (character) => {
      const byte = bytes[at++] ?? 0
      if (/\d/.test(character)) return seenDigits++ < digits ? character : String(byte % 10)
      if (seenLetters++ < letters) return character
      const letter = String.fromCharCode(97 + (byte % 26))
      return character === character.toLowerCase() ? letter : letter.toUpperCase()
    })
  }

  private bytes(seed: string, length: number): Uint8Array {
    const blocks: Buffer[] = []
    for (let i = 0; blocks.length * 32 < length; i++) {
      blocks.push(createHmac('sha256', this.key).update(`${i} ${seed}`).digest())
    }
    return Buffer.concat(blocks)
  }
}

/** What leads up to the last `_` or `!` tells what it is, and stays. */
function prefixOf(value: string): number {
  return /^.*[_!]/s.exec(value)?.[0].length ?? (value.length >= 12 ? KEPT_OF_SECRET : 0)
}

function isIban(value: string): boolean {
  const plain = value.replace(/\s/g, '')
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain)) return false
  return BigInt(numeric(plain.slice(4) + plain.slice(0, 4))) % 97n === 1n
}

/** Letters as the numbers that ISO 13616 counts them as. */
function numeric(text: string): string {
  return text.toUpperCase().replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
}
