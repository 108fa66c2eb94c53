import { createHash } from 'node:crypto'
import { isCardNumber } from '../redact.js'
import { isFreeText, kindOfField } from './personal-fields.js'
import type { Kind, Pseudonyms } from './pseudonym.js'

const EMAIL = /[\p{L}\p{N}.!#$&'*+/=?^_`{|}~-]*[\p{L}\p{N}]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const CARD = /\b[2-6](?:[ -]?\d){12,18}\b/g
const WORD = /[\p{L}\p{N}]+/gu
const DIGEST = /\b[0-9a-f]{32,64}\b|[A-Za-z0-9_-]{43}/g
/** A single word that is somebody's name is looked for in other texts from so many letters on. */
const LEAST_NAME = 4
const LEAST_SECRET = 8

export interface CoverRules {
  /** Names of fields that hold secrets, plain. */
  readonly secretFields: ReadonlySet<string>
  /** Secrets that are known by their form. */
  readonly secretForms: readonly RegExp[]
  /** Numbers of cards that everybody knows. */
  readonly published: ReadonlySet<string>
  /** What the stand-ins themselves have made up: it is nobody's. */
  readonly own: ReadonlySet<string>
  /** Characters of a secret before what was drawn for it, where that is known. */
  readonly fixedPart: (secret: string) => number | undefined
}

interface Literal {
  readonly value: string
  readonly pseudonym: string
  readonly kind: Kind
}

/**
 * Covers texts: those of a field by what it holds, and anything that was met in such a field wherever else it stands. So all is
 * to be covered twice: the first time it learns.
 */
export class Covering {
  private readonly pseudonyms: Pseudonyms
  private readonly rules: CoverRules
  private readonly literals = new Map<string, Literal[]>()
  private readonly known = new Map<string, Literal>()
  private readonly digests = new Map<string, string>()
  /** Secrets as they were, with what stands for them. */
  readonly secrets = new Map<string, string>()
  /** Words that are names of fields or types: they are not replaced for being somebody's name too. */
  private readonly vocabulary = new Set<string>()

  constructor(pseudonyms: Pseudonyms, rules: CoverRules) {
    this.pseudonyms = pseudonyms
    this.rules = rules
  }

  noteWord(word: string): void {
    this.vocabulary.add(word)
  }

  /** The text of a field. */
  field(name: string, value: string): string {
    if (value === '') return value
    const kind = kindOfField(name, value, this.rules.secretFields)
    if (!kind) return this.text(value, isFreeText(name))
    if (kind === 'secret') return this.secretOrParts(value)
    if (this.rules.own.has(value) || value.includes('@')) return this.text(value)
    return this.learn(kind, value)
  }

  /** A credential, whatever it looks like. */
  credential(value: string): string {
    return value.length < LEAST_SECRET ? value : this.secretOrParts(value)
  }

  /** Any text: what is known by its form, and what was met elsewhere. */
  text(value: string, free = false): string {
    let out = this.replaceLiterals(value, free)
    for (const form of this.rules.secretForms) out = out.replace(form, (found) => this.secret(found))
    if (out.includes('@')) out = out.replace(EMAIL, (found) => this.email(found))
    out = out.replace(CARD, (found) => this.card(found))
    return out.replace(DIGEST, (found) => this.digests.get(found) ?? found)
  }

  private secretOrParts(value: string): string {
    const formed = this.text(value)
    if (formed !== value) return formed
    if (value.length < LEAST_SECRET) return value
    // A password with a token behind it: two secrets that are kept apart elsewhere.
    for (let at = LEAST_SECRET; at <= value.length - LEAST_SECRET; at++) {
      const [first, second] = [this.secrets.get(value.slice(0, at)), this.secrets.get(value.slice(at))]
      if (first !== undefined && second !== undefined) return first + second
    }
    return this.learn('secret', value)
  }

  private secret(value: string): string {
    const pseudonym = this.pseudonyms.of('secret', value, this.rules.fixedPart(value))
    if (!this.secrets.has(value)) {
      this.secrets.set(value, pseudonym)
      this.digest(value, pseudonym)
    }
    return pseudonym
  }

  private email(value: string): string {
    if (this.rules.own.has(value) || this.rules.own.has(value.toLowerCase()) || /\.standin\.test$/i.test(value)) {
      return value
    }
    const pseudonym = this.pseudonyms.of('email', value)
    this.digest(value.toLowerCase(), pseudonym.toLowerCase())
    return pseudonym
  }

  private card(value: string): string {
    const digits = value.replace(/\D/g, '')
    if (!isCardNumber(value) || this.rules.published.has(digits)) return value
    return this.pseudonyms.of('card', value)
  }

  /** A client may send a digest of what it knows: of an address, of a verifier. */
  private digest(value: string, pseudonym: string): void {
    if (this.digests.has(hash('sha256', value, 'hex'))) return
    for (const algorithm of ['md5', 'sha1', 'sha256']) {
      this.digests.set(hash(algorithm, value, 'hex'), hash(algorithm, pseudonym, 'hex'))
    }
    this.digests.set(hash('sha256', value, 'base64url'), hash('sha256', pseudonym, 'base64url'))
  }

  private learn(kind: Kind, value: string): string {
    const known = this.known.get(value)
    if (known) return known.pseudonym
    const literal = { value, pseudonym: kind === 'secret' ? this.secret(value) : this.pseudonyms.of(kind, value), kind }
    this.known.set(value, literal)
    const [first] = value.match(WORD) ?? []
    if (first !== undefined && isWorthLooking(kind, value)) {
      const list = [...(this.literals.get(first) ?? []), literal]
      this.literals.set(
        first,
        list.sort((a, b) => b.value.length - a.value.length),
      )
    }
    return literal.pseudonym
  }

  private replaceLiterals(text: string, free: boolean): string {
    if (this.literals.size === 0) return text
    let out = ''
    let done = 0
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index < done) continue
      const found = this.literals.get(word)?.find((literal) => this.stands(literal, text, index, free))
      if (!found) continue
      const start = index - offsetOf(found.value)
      out += text.slice(done, start) + found.pseudonym
      done = start + found.value.length
    }
    return done === 0 ? text : out + text.slice(done)
  }

  /** Whether a value stands at a word of a text, whole and as itself. */
  private stands({ value, kind }: Literal, text: string, index: number, free: boolean): boolean {
    const start = index - offsetOf(value)
    if (start < 0 || !text.startsWith(value, start)) return false
    const next = text[start + value.length]
    if (next !== undefined && /[\p{L}\p{N}]/u.test(next) && /[\p{L}\p{N}]$/u.test(value)) return false
    if (kind !== 'name' || value.includes(' ')) return true
    if (free) return true
    if (this.vocabulary.has(value)) return false
    return /['"\s]/.test(text[start - 1] ?? '')
  }
}

/** How far behind its beginning a value has its first letter or digit. */
function offsetOf(value: string): number {
  return Math.max(0, value.search(/[\p{L}\p{N}]/u))
}

function isWorthLooking(kind: Kind, value: string): boolean {
  if (kind === 'name') return value.includes(' ') || value.length >= LEAST_NAME
  return value.length >= (kind === 'secret' ? LEAST_SECRET : 6)
}

function hash(algorithm: string, value: string, encoding: 'hex' | 'base64url'): string {
  return createHash(algorithm).update(value).digest(encoding)
}
