import type { Span } from './ast.js'
import { malformed } from './soql-error.js'

export interface Token extends Span {
  readonly kind: 'word' | 'string' | 'number' | 'date' | 'datetime' | 'time' | 'mark' | 'end'
  readonly text: string
}

const DATE = '\\d{4}-\\d{2}-\\d{2}'
const TIME = '\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})'
const PATTERN = new RegExp(
  [
    '(?<space>\\s+)',
    `(?<datetime>${DATE}T${TIME})`,
    `(?<date>${DATE})(?![\\w-])`,
    `(?<time>${TIME})`,
    '(?<number>[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![\\w])',
    '(?<word>[A-Za-z]{3}\\d+\\.\\d+(?![\\w.])|[A-Za-z_]\\w*)',
    "(?<string>'(?:[^'\\\\]|\\\\[^])*')",
    '(?<mark><=|>=|!=|<>|[=<>(),.:])',
  ].join('|'),
  'y',
)

type Kind = Exclude<Token['kind'], 'end'>
const KINDS: readonly Kind[] = ['word', 'mark', 'string', 'number', 'datetime', 'date', 'time']

/**
 * Cuts a query into tokens, with an `end` after the last.
 * @throws MALFORMED_QUERY at a character that begins no token, and where a string is not closed
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    PATTERN.lastIndex = at
    const groups = PATTERN.exec(text)?.groups
    if (!groups) throw unknown(text, at)
    const start = at
    at = PATTERN.lastIndex
    const kind = KINDS.find((name) => groups[name] !== undefined)
    if (kind) tokens.push({ kind, text: text.slice(start, at), start, end: at })
  }
  tokens.push({ kind: 'end', text: '<EOF>', start: text.length, end: text.length })
  return tokens
}

/** @unverified the words; they follow the parser generator that Salesforce's messages show */
function unknown(text: string, at: number) {
  if (text[at] === "'") return malformed("mismatched character '<EOF>' expecting '''", at)
  const rest = /^[\w.-]+/.exec(text.slice(at))?.[0]
  return rest
    ? malformed(`unexpected token: '${rest}'`, at)
    : malformed(`no viable alternative at character '${String.fromCodePoint(text.codePointAt(at) ?? 32)}'`, at)
}
