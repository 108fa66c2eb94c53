import { createHash } from 'node:crypto'
import type { IdForm, RecordedVendor } from '../../index.js'
import { drawer, lookalike } from './draw.js'
import { Moments } from './moments.js'
import { isExampleAddress, personalField, withoutPersonal } from './personal.js'

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
/** Where a program listens: its port is another one each time. */
const OWN_ADDRESS = /https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?/g
/** Drawn, by its looks: it says nothing, and would be another one in another world. */
const DRAWN = /^(?=.*\d)(?:[A-Z0-9]{6,}|(?=.*[a-z])[A-Za-z0-9]{12,})$/
const WORD = /\b[A-Za-z0-9]{6,}\b/g

type Fields = Readonly<Record<string, unknown>>

/**
 * What stands in a contract for what was said: ids, secrets and what belongs to persons by examples, which are the same in each
 * recording because they are drawn from the request that made them.
 */
export class Examples {
  private readonly vendor: RecordedVendor
  private readonly allowed: ReadonlySet<string>
  private readonly forms: readonly { readonly form: IdForm; readonly all: RegExp }[]
  /** Of ids and of what was drawn otherwise, by what was said. */
  private readonly known = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly credentials = new Map<string, string>()
  private readonly personal = new Map<string, string>()
  /** Those of them that are long enough to be found inside other text; made anew when there are more. */
  private personalPattern: RegExp | undefined
  /** What the program said itself: it stays, though it may look drawn. */
  private readonly said = new Set<string>()

  constructor(vendor: RecordedVendor, allowed: ReadonlySet<string>) {
    this.vendor = vendor
    this.allowed = allowed
    this.forms = vendor.ids.map((form) => ({ form, all: new RegExp(form.pattern.source, 'g') }))
  }

  /** A credential of the world, by the variable that it is read from. Gives its example. */
  credential(variable: string, value: string): string {
    const form = this.formOf(value)
    const draw = drawer(`${this.vendor.name} ${variable}`)
    const example = form
      ? form.form.example(form.kept, value, draw)
      : lookalike(value, `${this.vendor.name} ${variable}`)
    this.credentials.set(value, example)
    return example
  }

  /** Where the vendor is reached in this world: a name of its own, under the vendor's. */
  address(value: string): void {
    if (!URL.canParse(value)) return
    const { hostname } = new URL(value)
    const [own = '', ...rest] = hostname.split('.')
    if (rest.length > 1 && own.length > 5) this.credentials.set(hostname, ['example', ...rest].join('.'))
  }

  /** Learns what an answer or a message shows for the first time. `origin` is what made it, the same in each recording. */
  learn(value: unknown, origin: string, path = '$'): void {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) this.learn(item, origin, `${path}[${i}]`)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) this.learn(inner, origin, `${path}.${key}`)
    } else if (typeof value === 'string') this.learnText(value, `${origin}\n${path}`)
  }

  learnText(text: string, origin: string): void {
    for (const { form, all } of this.forms) {
      for (const found of text.matchAll(all)) {
        const [whole, kept = ''] = found
        if (!this.known.has(whole)) this.known.set(whole, this.untaken(form, kept, whole, origin))
      }
    }
    if (DRAWN.test(text) && !this.said.has(text) && !this.known.has(text))
      this.known.set(text, lookalikeWord(text, origin))
  }

  /** Learns what belongs to persons in a request, so that it is known wherever it comes back. */
  learnRequest(value: unknown, name = '', beside: Fields = {}): void {
    if (Array.isArray(value)) for (const item of value) this.learnRequest(item, name, beside)
    else if (typeof value === 'object' && value !== null) {
      const fields = value as Fields
      for (const [key, inner] of Object.entries(fields)) this.learnRequest(inner, key, fields)
    } else if (typeof value === 'string' && value.length > 1 && !this.allowed.has(value)) {
      this.said.add(value)
      this.learnAddress(value)
      const example = personalField(lastName(name), beside)
      if (example === undefined) return
      this.personal.set(value, example)
      this.personalPattern = undefined
    }
  }

  /** The id that is the whole of a text, with what its form keeps. */
  formOf(text: string): { readonly form: IdForm; readonly kept: string } | undefined {
    for (const { form } of this.forms) {
      const found = form.pattern.exec(text)
      if (found?.index === 0 && found[0].length === text.length) return { form, kept: found[1] ?? '' }
    }
    return undefined
  }

  /** Every id in a text, as it was said. */
  idsIn(text: string): string[] {
    return this.forms.flatMap(({ all }) => [...text.matchAll(all)].map(([whole]) => whole))
  }

  /** A text as it stands in the contract. `now` is the world's, Unix milliseconds. */
  text(text: string, now: number): string {
    const personal = this.personal.get(text)
    if (personal !== undefined) return personal
    let out = text
    for (const [value, example] of this.credentials) out = out.replaceAll(value, example)
    for (const { all } of this.forms) out = out.replace(all, (found) => this.known.get(found) ?? found)
    out = out.replace(WORD, (found) => this.known.get(found) ?? found)
    out = out.replace(this.personalInside(), (found) => this.personal.get(found) ?? found)
    out = withoutPersonal(out, this.allowed)
    for (const form of this.vendor.secrets.values) {
      out = out.replace(new RegExp(form.source, 'g'), (found) =>
        this.isExample(found) || this.allowed.has(found) ? found : lookalike(found, form.source),
      )
    }
    out = out.replace(UUID, (found) => this.known.get(found) ?? found).replace(OWN_ADDRESS, 'https://consumer.example')
    return new Moments(now).text(out)
  }

  /** Data as it stands in the contract. */
  data(value: unknown, now: number, name = '', beside: Fields = {}): unknown {
    if (Array.isArray(value)) return value.map((item) => this.data(item, now, name, beside))
    if (typeof value === 'object' && value !== null) {
      const fields = value as Fields
      return Object.fromEntries(
        Object.entries(fields).map(([key, inner]) => [this.text(key, now), this.data(inner, now, key, fields)]),
      )
    }
    if (typeof value === 'number') return new Moments(now).number(value) ?? value
    if (typeof value !== 'string') return value
    const field = lastName(name)
    if (this.allowed.has(value)) return value
    const personal = value === '' ? undefined : personalField(field, beside)
    if (personal !== undefined) return personal
    const text = this.text(value, now)
    // A secret that is an id has been replaced already.
    return text === value && this.isSecret(field) ? lookalike(value, `${this.vendor.name} ${field}`) : text
  }

  /** Learns a value that the program drew itself: the key of an attempt, a uuid. */
  learnDrawn(text: string, origin: string): void {
    for (const [found] of text.matchAll(UUID)) {
      if (!this.known.has(found)) this.known.set(found, uuid(origin))
    }
  }

  isSecret(field: string): boolean {
    return this.vendor.secrets.fields.includes(field.toLowerCase())
  }

  /** Some vendors name a person by the MD5 of the address in lower case. */
  private learnAddress(text: string): void {
    const example = withoutPersonal(text, this.allowed)
    if (example !== text && /^\S+@\S+$/.test(text)) this.setKnown(md5(text), md5(example))
  }

  private setKnown(said: string, example: string): void {
    this.known.set(said, example)
    this.taken.add(example)
  }

  private personalInside(): RegExp {
    const long = [...this.personal.keys()].filter(({ length }) => length > 4).sort((a, b) => b.length - a.length)
    const literal = long.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    this.personalPattern ??= new RegExp(literal.length > 0 ? literal.join('|') : '(?!)', 'g')
    return this.personalPattern
  }

  private isExample(text: string): boolean {
    if (this.taken.has(text) || isExampleAddress(text)) return true
    return [...this.credentials.values()].some((example) => example.includes(text))
  }

  /** Two things made by the same request, twice, are two. */
  private untaken(form: IdForm, kept: string, seen: string, origin: string): string {
    for (let attempt = 0; ; attempt++) {
      const example = form.example(kept, seen, drawer(attempt === 0 ? origin : `${origin}\n${attempt}`))
      if (this.taken.has(example)) continue
      this.taken.add(example)
      return example
    }
  }
}

/** Of a form's field: `email` of `billing_details[email]`. */
function lastName(name: string): string {
  return /([^[\].]+)\]?$/.exec(name)?.[1] ?? name
}

function md5(address: string): string {
  return createHash('md5').update(address.toLowerCase()).digest('hex')
}

function lookalikeWord(text: string, origin: string): string {
  const alphabet = /[a-z]/.test(text)
    ? undefined
    : /[A-Z]/.test(text)
      ? 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
      : '0123456789'
  return drawer(origin)(text.length, alphabet)
}

function uuid(origin: string): string {
  const hex = drawer(origin)(32, '0123456789abcdef')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
