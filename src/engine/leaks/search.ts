import { mask } from '../redact.js'
import type { Leakable } from './leakable.js'

/** A value where it should not be. */
export interface Leak {
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  readonly kind: Leakable['kind']
  readonly vendor: string
  readonly name: string
  /** What was found, as it may be shown. */
  readonly shown: string
  /** How it stood there, where it was not as it is: `url-encoded`. */
  readonly form: Form
}

type Form = 'plain' | 'url-encoded' | 'json-escaped' | 'base64' | 'grouped'

interface Pattern {
  readonly text: string
  readonly form: Form
  readonly leakable: Leakable
}

/** Patterns are found by so many of their first characters. */
const KEY = 6
const WORD = /[A-Za-z0-9]/

/** Looks for values in texts, each exactly and as a whole, however many there are. */
export class LeakSearch {
  private readonly byKey = new Map<string, Pattern[]>()

  constructor(leakables: readonly Leakable[]) {
    for (const leakable of leakables) {
      const seen = new Set<string>()
      for (const { text, form } of formsOf(leakable)) {
        if (text.length < KEY || seen.has(text)) continue
        seen.add(text)
        const key = text.slice(0, KEY)
        const patterns = this.byKey.get(key) ?? []
        this.byKey.set(key, patterns)
        patterns.push({ text, form, leakable })
      }
    }
    // The longest first: an error text that quotes a secret is told as the error text.
    for (const patterns of this.byKey.values()) patterns.sort((a, b) => b.text.length - a.text.length)
  }

  /** All that is found, in order. One value is told once for each place. */
  find(text: string): Leak[] {
    const leaks: Leak[] = []
    let line = 1
    let lineStart = 0
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) === 10) {
        line++
        lineStart = at + 1
      }
      const pattern = this.at(text, at)
      if (!pattern) continue
      const { kind, vendor, name, value } = pattern.leakable
      leaks.push({
        line,
        column: at - lineStart + 1,
        kind,
        vendor,
        name,
        shown: shownOf(kind, value),
        form: pattern.form,
      })
      at += pattern.text.length - 1
    }
    return leaks
  }

  private at(text: string, at: number): Pattern | undefined {
    const patterns = this.byKey.get(text.slice(at, at + KEY))
    return patterns?.find((pattern) => text.startsWith(pattern.text, at) && isWhole(text, at, pattern))
  }
}

/** A number inside a longer one, or a word inside another, is something else. */
function isWhole(text: string, at: number, { text: found, form }: Pattern): boolean {
  if (form === 'base64') return true
  const end = at + found.length
  const joined = (a: string | undefined, b: string | undefined) => WORD.test(a ?? '') && WORD.test(b ?? '')
  return !joined(text[at - 1], text[at]) && !joined(text[end - 1], text[end])
}

function formsOf({ value, kind }: Leakable): { text: string; form: Form }[] {
  const encoded = encodeURIComponent(value)
  const forms: { text: string; form: Form }[] = [
    { text: value, form: 'plain' },
    { text: encoded, form: 'url-encoded' },
    { text: encoded.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()), form: 'url-encoded' },
    { text: encoded.replaceAll('%20', '+'), form: 'url-encoded' },
    { text: JSON.stringify(value).slice(1, -1), form: 'json-escaped' },
  ]
  if (kind === 'card number') {
    for (const gap of [' ', '-']) forms.push({ text: value.replace(/(\d{4})(?=\d)/g, `$1${gap}`), form: 'grouped' })
  }
  // As the user name of Basic, as one with a password, and alone: what does not depend on what follows.
  if (kind === 'secret') forms.push({ text: stableBase64(value), form: 'base64' })
  return forms
}

/** The part of its base64 that is the same whatever comes behind it. */
function stableBase64(value: string): string {
  const whole = Buffer.from(value).subarray(0, Math.floor(Buffer.byteLength(value) / 3) * 3)
  return whole.length >= 12 ? whole.toString('base64') : ''
}

function shownOf(kind: Leakable['kind'], value: string): string {
  if (kind !== 'error text') return mask(value)
  return value.length > 60 ? `${value.slice(0, 57)}...` : value
}
