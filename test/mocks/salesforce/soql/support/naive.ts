import type { FieldValue, RecordRow } from '../../../../../mocks/salesforce/records/record.js'

/** A condition that a test made up, as a tree and not as text. */
export type Made =
  | { readonly kind: 'compare'; readonly field: string; readonly operator: string; readonly value: FieldValue }
  | { readonly kind: 'in'; readonly field: string; readonly negated: boolean; readonly values: readonly FieldValue[] }
  | { readonly kind: 'like'; readonly field: string; readonly pattern: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Made[] }
  | { readonly kind: 'not'; readonly part: Made }

export interface Sort {
  readonly field: string
  readonly descending: boolean
  readonly nulls: 'FIRST' | 'LAST'
}

export type Read = (row: RecordRow, field: string) => FieldValue

const low = (value: FieldValue) => (typeof value === 'string' ? value.toLowerCase() : value)
const known = (value: FieldValue) => value !== null && value !== ''

/** Whether a condition holds, said as plainly as can be. */
export function holds(made: Made, row: RecordRow, read: Read): boolean {
  switch (made.kind) {
    case 'and':
      return made.parts.every((part) => holds(part, row, read))
    case 'or':
      return made.parts.some((part) => holds(part, row, read))
    case 'not':
      return !holds(made.part, row, read)
    case 'in':
      return made.values.some((value) => same(read(row, made.field), value)) !== made.negated
    case 'like':
      return like(read(row, made.field), made.pattern)
    case 'compare':
      return compares(read(row, made.field), made.operator, made.value)
  }
}

function same(a: FieldValue, b: FieldValue): boolean {
  return known(a) && known(b) ? low(a) === low(b) : known(a) === known(b)
}

function compares(a: FieldValue, operator: string, b: FieldValue): boolean {
  if (operator === '=') return same(a, b)
  if (operator === '!=') return !same(a, b)
  if (!known(a) || !known(b)) return false
  const [left, right] = [low(a), low(b)] as [string, string]
  return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[operator] ?? false
}

/** Letter by letter, trying every length for `%`. */
function like(value: FieldValue, pattern: string): boolean {
  if (typeof value !== 'string' || value === '') return false
  const match = (text: string, rest: string): boolean => {
    if (rest === '') return text === ''
    if (rest[0] === '%') return match(text, rest.slice(1)) || (text !== '' && match(text.slice(1), rest))
    const escaped = rest[0] === '\\'
    const [char, after] = escaped ? [rest[1], rest.slice(2)] : [rest[0], rest.slice(1)]
    if (text === '') return false
    return ((!escaped && char === '_') || char === text[0]) && match(text.slice(1), after)
  }
  return match(value.toLowerCase(), pattern.toLowerCase())
}

export function compareRows(sorts: readonly Sort[], read: Read): (a: RecordRow, b: RecordRow) => number {
  return (a, b) => {
    for (const { field, descending, nulls } of sorts) {
      const [left, right] = [read(a, field), read(b, field)]
      if (!known(left) || !known(right)) {
        if (known(left) === known(right)) continue
        return known(left) === (nulls === 'FIRST') ? 1 : -1
      }
      const [x, y] = [low(left), low(right)] as [string, string]
      if (x !== y) return x < y === descending ? 1 : -1
    }
    return a.Id < b.Id ? -1 : 1
  }
}

/** The text of a made-up condition. */
export function write(made: Made, quote: (field: string, value: FieldValue) => string): string {
  switch (made.kind) {
    case 'and':
    case 'or':
      return `(${made.parts.map((part) => write(part, quote)).join(made.kind === 'and' ? ' AND ' : ' or ')})`
    case 'not':
      return `(NOT ${write(made.part, quote)})`
    case 'in':
      return `${made.field} ${made.negated ? 'NOT IN' : 'IN'} (${made.values.map((value) => quote(made.field, value)).join(', ')})`
    case 'like':
      return `${made.field} LIKE '${made.pattern}'`
    case 'compare':
      return `${made.field} ${made.operator} ${quote(made.field, made.value)}`
  }
}
