import { malformed } from './soql-error.js'

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}

/** One character of a string, `escaped` where a backslash stood before `_` or `%`: in LIKE it then stands for itself. */
export interface Character {
  readonly text: string
  readonly escaped: boolean
}

/**
 * The characters of a quoted string; `raw` is without the quotes, `at` where it begins in the query.
 * @throws MALFORMED_QUERY for a backslash before anything else than these
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm (read 2026-11)
 */
export function characters(raw: string, at: number): Character[] {
  const out: Character[] = []
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i] ?? ''
    if (char !== '\\') {
      out.push({ text: char, escaped: false })
      continue
    }
    i++
    const next = raw[i] ?? ''
    const unicode = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(raw.slice(i + 1))?.[0] : undefined
    const plain = ESCAPES[next]
    if (plain !== undefined) out.push({ text: plain, escaped: false })
    else if (next === '_' || next === '%') out.push({ text: next, escaped: true })
    else if (unicode) {
      out.push({ text: String.fromCharCode(Number.parseInt(unicode, 16)), escaped: false })
      i += 4
    } else throw malformed(`Illegal escape sequence '\\${next}' in string literal.`, at + i - 1)
  }
  return out
}

/** What a quoted string says. */
export function stringValue(raw: string, at: number): string {
  if (!raw.includes('\\')) return raw
  return characters(raw, at)
    .map((character) => character.text)
    .join('')
}
