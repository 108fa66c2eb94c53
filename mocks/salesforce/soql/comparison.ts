import type { Comparison, ComparisonOperator, DateLiteral } from './ast.js'
import type { Bound } from './bound.js'
import { dateRange } from './date-literals.js'
import type { Environment } from './environment.js'
import { likeTest } from './like.js'
import { fold, literalValue, wrongType } from './literal-value.js'
import { invalidField, invalidOperator } from './soql-error.js'

export type Test<S> = (subject: S) => boolean

/** A value of a row in the form in which it is compared; undefined for null. */
export function reader<S>(bound: Bound<S>): (subject: S) => string | number | boolean | undefined {
  const { read } = bound
  const folds = (bound.kind === 'text' || bound.kind === 'multipicklist') && !bound.field?.caseSensitive
  if (bound.kind === 'boolean') return (subject) => read(subject) === true
  return (subject) => {
    const value = read(subject)
    if (value === null || value === undefined || value === '') return undefined
    return folds && typeof value === 'string' ? value.toLowerCase() : (value as string | number)
  }
}

/** @throws INVALID_FIELD for a field that cannot be filtered by */
export function checkFilterable(bound: Bound<never>, at: number): void {
  if (bound.kind === 'opaque' || bound.field?.filterable === false)
    throw invalidField(`field '${bound.name}' can not be filtered in a query call`, at)
}

/** What a comparison asks, as a function of a row or of a group. */
export function compileComparison<S>(bound: Bound<S>, condition: Comparison, environment: Environment): Test<S> {
  const { operator, right, start } = condition
  const typed = bound as Bound<never>
  checkFilterable(typed, start)
  if (operator === 'LIKE') return compileLike(bound, condition)
  if (right.kind === 'date-literal') return compileRange(bound, operator, right, environment)
  const wanted = literalValue(typed, right, start)
  const ordered = operator !== '=' && operator !== '!='
  // @unverified the words
  if (ordered && (bound.kind === 'boolean' || bound.kind === 'multipicklist'))
    throw invalidOperator(`invalid operator on ${bound.field?.type ?? bound.kind} field`, start)
  return compileOrder(reader(bound), operator, wanted)
}

function compileOrder<S>(
  read: (subject: S) => string | number | boolean | undefined,
  operator: ComparisonOperator,
  wanted: string | number | boolean | null,
): Test<S> {
  if (wanted === null) {
    if (operator === '=') return (subject) => read(subject) === undefined
    if (operator === '!=') return (subject) => read(subject) !== undefined
    return () => false
  }
  switch (operator) {
    case '=':
      return (subject) => read(subject) === wanted
    case '!=':
      return (subject) => read(subject) !== wanted
    case '<':
      return ordered(read, (value) => value < wanted)
    case '<=':
      return ordered(read, (value) => value <= wanted)
    case '>':
      return ordered(read, (value) => value > wanted)
    default:
      return ordered(read, (value) => value >= wanted)
  }
}

function ordered<S, V>(read: (subject: S) => V | undefined, holds: (value: V) => boolean): Test<S> {
  return (subject) => {
    const value = read(subject)
    return value !== undefined && holds(value)
  }
}

function compileRange<S>(
  bound: Bound<S>,
  operator: ComparisonOperator,
  literal: DateLiteral,
  environment: Environment,
): Test<S> {
  if (bound.kind !== 'date' && bound.kind !== 'datetime') throw wrongType(bound as Bound<never>, literal.start)
  const [from, to] = dateRange(literal, bound.kind, environment)
  const read = reader(bound)
  switch (operator) {
    case '=':
      return ordered(read, (value) => value >= from && value < to)
    case '!=':
      return (subject) => {
        const value = read(subject)
        return value === undefined || value < from || value >= to
      }
    case '<':
      return ordered(read, (value) => value < from)
    case '<=':
      return ordered(read, (value) => value < to)
    case '>':
      return ordered(read, (value) => value >= to)
    default:
      return ordered(read, (value) => value >= from)
  }
}

/** LIKE is of text only. @unverified the words of the refusal for other types than ids */
function compileLike<S>(bound: Bound<S>, condition: Comparison): Test<S> {
  const { right, start } = condition
  if (bound.kind !== 'text')
    throw invalidOperator(`invalid operator on ${bound.field?.type ?? bound.kind} field`, start)
  if (right.kind !== 'string') throw wrongType(bound as Bound<never>, start)
  const matches = likeTest(right.raw, right.start + 1)
  const { read } = bound
  return (subject) => {
    const value = read(subject)
    return typeof value === 'string' && value !== '' && matches(value)
  }
}

/** What a picklist of several values holds, folded. */
export function chosen(bound: Bound<never>, value: unknown): Set<string> {
  return new Set(typeof value === 'string' ? value.split(';').map((part) => fold(bound, part.trim())) : [])
}
