import type { Literal } from './ast.js'
import type { Cursor } from './cursor.js'
import { DATE_LITERALS } from './date-literals.js'
import { malformed } from './soql-error.js'
import { characters } from './string-literal.js'
import type { Token } from './tokens.js'

const CURRENCY = /^([A-Za-z]{3})(\d+(?:\.\d+)?)$/

/** A value to compare with. @throws MALFORMED_QUERY where none stands. */
export function parseLiteral(cursor: Cursor): Literal {
  const token = cursor.token
  if (token.kind === 'mark' && token.text === ':') throw bind(token)
  if (token.kind === 'mark' || token.kind === 'end') throw cursor.unexpected()
  cursor.next()
  const span = { start: token.start, end: token.end }
  switch (token.kind) {
    case 'string': {
      const raw = token.text.slice(1, -1)
      characters(raw, token.start + 1)
      return { kind: 'string', raw, ...span }
    }
    case 'number':
      return { kind: 'number', value: Number(token.text), integer: /^[+-]?\d+$/.test(token.text), ...span }
    case 'date':
      return { kind: 'date', value: realDate(token), ...span }
    case 'datetime':
      return { kind: 'datetime', value: instant(token), ...span }
    case 'time':
      return { kind: 'time', value: timeOfDay(token), ...span }
    case 'word':
      return wordLiteral(cursor, token)
  }
}

function wordLiteral(cursor: Cursor, token: Token): Literal {
  const word = token.text.toUpperCase()
  const span = { start: token.start, end: token.end }
  if (word === 'NULL') return { kind: 'null', ...span }
  if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE', ...span }
  const counted = DATE_LITERALS.get(word)
  if (counted === false) return { kind: 'date-literal', name: word, n: undefined, ...span }
  if (counted === true) return countedLiteral(cursor, word, token)
  const money = CURRENCY.exec(token.text)
  if (money) return { kind: 'currency', code: money[1]?.toUpperCase() ?? '', value: Number(money[2]), ...span }
  throw bind(token)
}

/** @source the text is Salesforce's for a bare word where a value belongs (public error logs, read 2026-11-24) */
function bind(token: Token) {
  return malformed('Bind variables only allowed in Apex code', token.start)
}

function countedLiteral(cursor: Cursor, name: string, token: Token): Literal {
  cursor.expectMark(':')
  const count = cursor.token
  if (count.kind !== 'number' || !/^\d+$/.test(count.text)) throw cursor.unexpected()
  cursor.next()
  return { kind: 'date-literal', name, n: Number(count.text), start: token.start, end: count.end }
}

function realDate(token: Token): string {
  const at = new Date(`${token.text}T00:00:00Z`)
  // Without this, 30 February would become 2 March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== token.text) throw invalidDate(token)
  return token.text
}

/** As the wire writes datetimes: UTC, milliseconds, `+0000`. */
function instant(token: Token): string {
  realDate({ ...token, text: token.text.slice(0, 10) })
  const iso = token.text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2').replace(/(\.\d{3})\d+/, '$1')
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) throw invalidDate(token)
  return at.toISOString().replace('Z', '+0000')
}

function timeOfDay(token: Token): string {
  const at = instant({ ...token, text: `2000-01-02T${token.text}` })
  return `${at.slice(11, 23)}Z`
}

/** @unverified the words */
function invalidDate(token: Token) {
  return malformed(`Invalid date: ${token.text}`, token.start)
}
