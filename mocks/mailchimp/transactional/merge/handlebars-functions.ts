import type Handlebars from 'handlebars'
import { evaluate } from './expression.js'
import { countTurn, surroundings } from './handlebars-bounds.js'
import { handlebars } from './handlebars-library.js'
import { phpDate } from './php-date.js'
import { titleCase } from './title-case.js'

type Options = Handlebars.HelperOptions

/** Mandrill's helpers, and Handlebars' own where they need bounds. */
export const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  upper: (value: unknown) => text(value).toUpperCase(),
  lower: (value: unknown) => text(value).toLowerCase(),
  title: (value: unknown) => titleCase(text(value)),
  url: (value: unknown) => encodeURIComponent(text(value)),
  striptags: (value: unknown) => text(value).replace(/<[^<>]*>/g, ''),
  date: (format: unknown) => phpDate(typeof format === 'string' ? format : 'd/m/Y', surroundings().now),
  unsub: (redirect: unknown) =>
    new (handlebars().SafeString)(surroundings().unsubscribe(typeof redirect === 'string' ? redirect : '')),
  each,
  lookup: (from: unknown, key: unknown) => follow(from, [text(key)]),
  log: () => '',
  __expression: expression,
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function expression(this: unknown, hex: string, options: Options): boolean {
  const root: unknown = options.data?.root
  return evaluate(Buffer.from(hex, 'hex').toString(), (path) => {
    const parts = path.replace(/^this\./, '').split('.')
    return follow(this, parts) ?? follow(root, parts)
  })
}

function follow(from: unknown, path: readonly string[]): unknown {
  let at = from
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return at
}

/** `each`, counted: a loop in a loop in a loop would hold everybody up. `if` and its like repeat nothing. */
function each(this: unknown, list: unknown, options: Options): string {
  const items = entriesOf(list)
  let out = ''
  items.forEach(([key, item], index) => {
    const data = { ...options.data, key, index, first: index === 0, last: index === items.length - 1 }
    const written = options.fn(item, { data, blockParams: [item, key] })
    countTurn(written.length)
    out += written
  })
  return items.length > 0 ? out : options.inverse(this)
}

function entriesOf(value: unknown): (readonly [key: string | number, item: unknown])[] {
  if (Array.isArray(value)) return value.map((item, i) => [i, item] as const)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
