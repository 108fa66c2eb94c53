import type { LeakKind } from './leaks/leakable.js'

/** What must not be read in a log. Names of fields and headers are matched whole, in lower case. */
export interface RedactionRules {
  /** Headers whose values are credentials. */
  readonly headers?: readonly string[]
  /** Fields, in bodies and queries, whose values are secrets or personal. */
  readonly fields?: readonly string[]
  /** Secrets known by their form, wherever they stand. */
  readonly values?: readonly RegExp[]
  /** Numbers of cards for tests that the vendor has published: no secret anywhere. */
  readonly published?: readonly string[]
  /** Fields that may stand in the log but not in those of a program, lower case, with what each is: `{ salary: 'pay' }`. */
  readonly sensitive?: Readonly<Record<string, LeakKind>>
}

const HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']
const FIELDS = [
  'password',
  'client_secret',
  'secret',
  'access_token',
  'refresh_token',
  'id_token',
  'assertion',
  'cvc',
  'cvv',
  'pin',
  'ssn',
  'national_id',
]
const MASK = '[redacted]'
/** What may stand before the name of a field: a quote, a separator, the hash of an address, a bracket, a prefix's colon. */
const EDGE = '["&?#\\[<:]|%5B'
/** 13 to 19 digits, perhaps in groups: a card number if its check digit is right. None begins like a time in milliseconds. */
const CARD = /\b[2-6](?:[ -]?\d){12,18}\b/g

/** Takes secrets, card numbers and personal data out of what goes into a log. */
export class Redactor {
  private readonly headerNames: ReadonlySet<string>
  private readonly fieldNames: ReadonlySet<string>
  /** Fields that are not hidden here, but must not be found elsewhere. */
  readonly sensitive: Readonly<Record<string, LeakKind>>
  /** Holds for few texts that have nothing to hide, and for all that have. */
  private readonly quick: RegExp
  private readonly json: RegExp
  private readonly form: RegExp
  private readonly xml: RegExp
  private readonly values: readonly RegExp[]

  constructor(rules: RedactionRules = {}) {
    this.headerNames = new Set([...HEADERS, ...(rules.headers ?? [])])
    this.fieldNames = new Set([...FIELDS, ...(rules.fields ?? [])])
    this.sensitive = rules.sensitive ?? {}
    const names = [...this.fieldNames].map(literally).join('|')
    this.values = (rules.values ?? []).map((value) => new RegExp(value.source, 'g'))
    const forms = this.values.map((value) => value.source)
    this.quick = new RegExp(
      [`(?:${EDGE}|^)(?:${names})["&=\\]%\\s/>:]`, '[2-6](?:[ -]?\\d){12}', ...forms].join('|'),
      'i',
    )
    // A text that is cut may end inside a value.
    this.json = new RegExp(`("(?:${names})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*(?:"|\\\\?$)|-?[\\d.]+)`, 'gi')
    this.form = new RegExp(`((?:^|[&?#\\[]|%5B)(?:${names})(?:\\]|%5D)?=)[^&\\s]+`, 'gi')
    this.xml = new RegExp(`(<(?:[\\w-]+:)?(?:${names})\\b[^<>]*>)[^<]+`, 'gi')
  }

  /** Those that are credentials are masked whole, others as any text: an address to go on to may hold a code or a token. */
  headers(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
    const out: Record<string, string> = {}
    let all = ''
    for (const name in headers) {
      const value = headers[name]
      if (value === undefined) continue
      const masked = this.headerNames.has(name.toLowerCase())
      const text = masked ? MASK : Array.isArray(value) ? value.join(', ') : value
      out[name] = text
      if (!masked) all += `${text}\n`
    }
    // One look at all of them is cheaper than one at each, and most hold nothing.
    if (this.quick.test(all)) for (const name in out) out[name] = this.text(out[name] ?? '')
    return out
  }

  /** A body or a target as it may be shown. */
  text(text: string): string {
    if (!this.quick.test(text)) return text
    let out = text.replace(this.json, `$1"${MASK}"`).replace(this.form, `$1${MASK}`).replace(this.xml, `$1${MASK}`)
    for (const value of this.values) out = out.replace(value, mask)
    return out.replace(CARD, (found) => (isCardNumber(found) ? `************${found.slice(-4)}` : found))
  }

  isSensitive(field: string): boolean {
    const lower = field.toLowerCase()
    return this.fieldNames.has(lower) || Object.hasOwn(this.sensitive, lower)
  }

  /** What `text` would hide, as it is, each with the field that it stood in; a card number's is `card number`. */
  hidden(text: string): { readonly value: string; readonly field: string }[] {
    if (!this.quick.test(text)) return []
    const found: { value: string; field: string }[] = []
    const add = (field: string, value: string) => void found.push({ field: field.toLowerCase(), value })
    for (const [, , field = '', value = ''] of text.matchAll(this.json)) add(field, unquoted(value))
    for (const [whole, before = ''] of text.matchAll(this.form)) {
      add(before.replace(/^(?:[&?#[]|%5B)|(?:\]|%5D)?=$/gi, ''), decoded(whole.slice(before.length)))
    }
    for (const [whole, before = ''] of text.matchAll(this.xml)) {
      add(/^<(?:[\w-]+:)?([\w-]+)/.exec(before)?.[1] ?? '', whole.slice(before.length))
    }
    for (const value of this.values) for (const [whole] of text.matchAll(value)) add('', whole)
    for (const [whole] of text.matchAll(CARD)) if (isCardNumber(whole)) add('card number', whole.replace(/\D/g, ''))
    return found
  }

  /** Data as it may be shown: a copy, of which secrets are taken out wherever they stand. */
  data(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (typeof value === 'number') return this.text(String(value)) === String(value) ? value : this.text(String(value))
    if (Array.isArray(value)) return value.map((item) => this.data(item))
    if (typeof value !== 'object' || value === null) return value
    const out: [string, unknown][] = Object.entries(value).map(([key, inner]) => {
      const secret = this.fieldNames.has(key.toLowerCase()) && inner !== null && inner !== undefined
      return [this.text(key), secret ? MASK : this.data(inner)]
    })
    return Object.fromEntries(out)
  }
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.replace(/^"|"$/g, '')
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** All names and forms that a vendor's rules come to. */
export function redactedNames(rules: RedactionRules = {}): Required<RedactionRules> {
  return {
    headers: [...HEADERS, ...(rules.headers ?? [])],
    fields: [...FIELDS, ...(rules.fields ?? [])],
    values: rules.values ?? [],
    published: rules.published ?? [],
    sensitive: rules.sensitive ?? {},
  }
}

/** The beginning and the end stay, so that two can be told apart: `key_test_****wxyz`. */
export function mask(secret: string): string {
  const prefix = /^[a-z]+_(?:(?:test|live)_)?/.exec(secret)?.[0] ?? ''
  return `${prefix}****${secret.length - prefix.length > 8 ? secret.slice(-4) : ''}`
}

/** The check that card numbers carry (ISO/IEC 7812-1 annex B). */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 13 || digits.length > 19) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
