import type { Comparison, Condition, ListCondition, Operand, SemiJoin } from './ast.js'
import type { Bound } from './bound.js'
import { checkFilterable, chosen, compileComparison, reader, type Test } from './comparison.js'
import type { Environment } from './environment.js'
import { literalValue } from './literal-value.js'
import { invalidOperator } from './soql-error.js'
import { stringValue } from './string-literal.js'

/** What conditions are compiled over: rows for WHERE, groups for HAVING. */
export interface ConditionContext<S> {
  readonly environment: Environment
  bind(operand: Operand): Bound<S>
  /** The values of a semi-join's inner query. @throws where such a query cannot stand here */
  inner(join: SemiJoin, left: Bound<S>): ReadonlySet<string>
}

/** A condition as a function. Null is a value like others: NOT turns round what it is given, as nothing is unknown. */
export function compileCondition<S>(condition: Condition, context: ConditionContext<S>): Test<S> {
  switch (condition.kind) {
    case 'and':
      return every(condition.parts.map((part) => compileCondition(part, context)))
    case 'or':
      return some(condition.parts.map((part) => compileCondition(part, context)))
    case 'not': {
      const test = compileCondition(condition.part, context)
      return (subject) => !test(subject)
    }
    case 'comparison':
      return compileComparison(context.bind(condition.left), condition, context.environment)
    case 'list':
      return compileList(condition, context)
    case 'semi-join':
      return compileSemiJoin(condition, context)
  }
}

function every<S>(tests: readonly Test<S>[]): Test<S> {
  const [a, b] = tests
  if (a && b && tests.length === 2) return (subject) => a(subject) && b(subject)
  return (subject) => tests.every((test) => test(subject))
}

function some<S>(tests: readonly Test<S>[]): Test<S> {
  return (subject) => tests.some((test) => test(subject))
}

function compileList<S>(condition: ListCondition, context: ConditionContext<S>): Test<S> {
  const bound = context.bind(condition.left)
  checkFilterable(bound as Bound<never>, condition.start)
  if (condition.operator === 'INCLUDES' || condition.operator === 'EXCLUDES') return compileIncludes(condition, bound)
  if (condition.values.some((value) => value.kind === 'date-literal'))
    return compileRanges(condition, bound, context.environment)
  const values = condition.values.map((value) => literalValue(bound as Bound<never>, value, condition.start))
  const set = new Set<unknown>(values.map((value) => value ?? undefined))
  const read = reader(bound)
  const wanted = condition.operator === 'IN'
  return (subject) => set.has(read(subject)) === wanted
}

function compileRanges<S>(condition: ListCondition, bound: Bound<S>, environment: Environment): Test<S> {
  const tests = condition.values.map((right) => {
    const one: Comparison = { ...condition, kind: 'comparison', operator: '=', right }
    return compileComparison(bound, one, environment)
  })
  const wanted = condition.operator === 'IN'
  return (subject) => tests.some((test) => test(subject)) === wanted
}

/** `'A;B', 'C'`: A and B both, or C. @unverified the words of the refusal */
function compileIncludes<S>(condition: ListCondition, bound: Bound<S>): Test<S> {
  const typed = bound as Bound<never>
  if (bound.kind !== 'multipicklist')
    throw invalidOperator(`invalid operator on ${bound.field?.type ?? bound.kind} field`, condition.start)
  const alternatives = condition.values.map((value) => {
    literalValue(typed, value, condition.start)
    return value.kind === 'string' ? chosen(typed, stringValue(value.raw, value.start + 1)) : new Set<string>()
  })
  const wanted = condition.operator === 'INCLUDES'
  return (subject) => {
    const held = chosen(typed, bound.read(subject))
    return alternatives.some((all) => all.size > 0 && [...all].every((one) => held.has(one))) === wanted
  }
}

function compileSemiJoin<S>(condition: SemiJoin, context: ConditionContext<S>): Test<S> {
  const left = context.bind(condition.left)
  const ids = context.inner(condition, left)
  const read = reader(left)
  return (subject) => {
    const value = read(subject)
    return (value !== undefined && ids.has(String(value))) !== condition.negated
  }
}
