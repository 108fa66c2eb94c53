import { escapeMarkup } from '../../../src/engine/kit.js'

/** Text that is markup already, and safe. Made by `html` only. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A script of the stand-in's own. Bundlers rewrite a tagged template in which such a tag ends, so it is a plain text. */
export function scriptTag(path: string): Markup {
  return new Markup(`<script src="${escapeMarkup(path)}" defer></${'script'}>`)
}

type Value = string | number | Markup | readonly Markup[] | null | undefined | false

/** Markup of which every insertion is escaped, unless it is markup itself; what is absent leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + inserted(values[i - 1]) + part))
}

function inserted(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return escapeMarkup(String(value))
}
