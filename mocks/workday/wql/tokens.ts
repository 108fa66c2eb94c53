import { invalid } from '../errors.js'

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'end'
  readonly text: string
  /** From 0. */
  readonly at: number
}

const PATTERN =
  /\s+|(?<word>[A-Za-z_][\w.]*)|(?<text>'(?:[^']|'')*'|"(?:[^"]|"")*")|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<wid>[0-9a-f]{32})|(?<sign><=|>=|!=|<>|[=<>(),{}*])/y

/** Cuts a query into tokens. @throws 400 with the place of what is none */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    PATTERN.lastIndex = at
    const match = PATTERN.exec(query)
    if (!match) throw malformed(query, at, `'${query[at]}' is not expected`)
    const { word, text, number, wid, sign } = match.groups ?? {}
    if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    else if (text !== undefined) tokens.push({ kind: 'text', text: unquoted(text), at })
    else if (wid !== undefined) tokens.push({ kind: 'text', text: wid, at })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at })
    at = PATTERN.lastIndex
  }
  return [...tokens, { kind: 'end', text: '', at }]
}

function unquoted(text: string): string {
  const quote = text[0] ?? ''
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

/** @unverified the wording: no stored source has an error of the query language */
export function malformed(query: string, at: number, what: string) {
  const near = query.slice(at, at + 20)
  return invalid(400, {
    error: `The WQL query is invalid at position ${at + 1}${near ? ` ('${near}')` : ''}: ${what}.`,
    field: 'query',
  })
}
