import { canonicalId } from '../records/ids.js'
import type { Literal } from './ast.js'
import type { Bound, ValueKind } from './bound.js'
import { invalidField, invalidOperator, malformed } from './soql-error.js'
import { stringValue } from './string-literal.js'

/** What the types are called when a value is of the wrong one, and whether the right one is quoted. */
const WANTED: Readonly<Record<ValueKind, readonly [name: string, quoted: boolean]>> = {
  id: ['ID', true],
  text: ['string', true],
  number: ['double', false],
  boolean: ['boolean', false],
  date: ['date', false],
  datetime: ['dateTime', false],
  time: ['time', false],
  multipicklist: ['string', true],
  opaque: ['string', true],
}

/** @source public error logs, `value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes` (read 2026-11-24) */
export function wrongType(bound: Bound<never>, at: number) {
  const [name, quoted] = WANTED[bound.kind]
  const type = bound.field?.type === 'int' ? 'int' : name
  const quotes = quoted ? 'should be enclosed in quotes' : 'should not be enclosed in quotes'
  return invalidField(`value of filter criterion for field '${bound.name}' must be of type ${type} and ${quotes}`, at)
}

/** What text is compared by. */
export function fold(bound: Bound<never>, text: string): string {
  return bound.field?.caseSensitive ? text : text.toLowerCase()
}

/**
 * A literal as the value that rows are compared with, text folded and ids of 18 characters. An empty string is null, as it is
 * in a row. @throws INVALID_FIELD for a value of another type than the field's, INVALID_QUERY_FILTER_OPERATOR for a bad id
 */
export function literalValue(bound: Bound<never>, literal: Literal, at: number): string | number | boolean | null {
  if (literal.kind === 'null') return null
  switch (bound.kind) {
    case 'id': {
      if (literal.kind !== 'string') throw wrongType(bound, at)
      const text = stringValue(literal.raw, literal.start + 1)
      if (text === '') return null
      const id = canonicalId(text)
      if (id === undefined) throw invalidOperator(`invalid ID field: ${text}`, at)
      return id
    }
    case 'text':
    case 'multipicklist': {
      if (literal.kind !== 'string') throw wrongType(bound, at)
      const text = stringValue(literal.raw, literal.start + 1)
      return text === '' ? null : fold(bound, text)
    }
    case 'number':
      if (literal.kind === 'number' || literal.kind === 'currency') return literal.value
      throw wrongType(bound, at)
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'time':
      if (literal.kind === bound.kind) return literal.value
      throw wrongType(bound, at)
    case 'opaque':
      throw malformed(`field '${bound.name}' can not be filtered in a query call`, at)
  }
}
