import type { SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Condition, Query, SemiJoin } from './ast.js'
import { bindOperand } from './bind-call.js'
import type { Scope } from './bind-path.js'
import type { Bound } from './bound.js'
import { type Candidates, candidatesFor } from './candidates.js'
import type { Test } from './comparison.js'
import { compileCondition } from './condition.js'
import { type Environment, isThere } from './environment.js'
import { scopeTest } from './scope.js'
import { bindInner } from './semi-join.js'
import { malformed } from './soql-error.js'

/** Which rows of an object a query is about, and how they are found. */
export interface Filter {
  readonly test: Test<RecordRow>
  /** Undefined where every row is looked at. */
  candidates(): Candidates | undefined
}

export function compileFilter(query: Query, scope: Scope): Filter {
  const { where } = query
  if (where) checkSemiJoins(where, true)
  const values = new Map<SemiJoin, ReadonlySet<string>>()
  const inner = (join: SemiJoin, left: Bound<RecordRow>) => {
    const known = values.get(join) ?? semiJoinValues(join, left, scope)
    values.set(join, known)
    return known
  }
  const { environment, object } = scope
  const context = { environment, bind: (operand: SemiJoin['left']) => bindOperand(scope, operand), inner }
  const test = where ? compileCondition(where, context) : () => true
  const mine = scopeTest(query, object, environment)
  const plan = {
    object,
    environment,
    inner,
    bind: (condition: { readonly left: SemiJoin['left'] }) => bindOperand(scope, condition.left),
  }
  return {
    test: mine ? (row) => mine(row) && test(row) : test,
    candidates: () => where && candidatesFor(where, plan),
  }
}

const MOST_SEMI_JOINS = 2

/** Semi-joins stand at the top, beside each other; two at most. @unverified the words of the second */
function checkSemiJoins(where: Condition, top: boolean): void {
  const found: SemiJoin[] = []
  const walk = (condition: Condition, isTop: boolean): void => {
    if (condition.kind === 'semi-join') {
      if (!isTop)
        throw malformed(
          'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
          condition.start,
        )
      found.push(condition)
    } else if (condition.kind === 'not') walk(condition.part, false)
    else if (condition.kind === 'and') for (const part of condition.parts) walk(part, isTop)
    else if (condition.kind === 'or') for (const part of condition.parts) walk(part, false)
  }
  walk(where, top)
  const extra = found[MOST_SEMI_JOINS]
  if (extra)
    throw malformed(
      `Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed, this query has ${found.length}`,
      extra.start,
    )
}

/** The rows that a filter lets through, oldest first. */
export function* matching(filter: Filter, object: SObject, environment: Environment): Generator<RecordRow> {
  const rows = filter.candidates()?.rows ?? environment.source.all(object)
  const { test } = filter
  for (const row of rows) if (test(row) && isThere(environment, row)) yield row
}

/** As matching, all of them, without the cost of an iterator. */
export function eachMatching(
  filter: Filter,
  object: SObject,
  environment: Environment,
  visit: (row: RecordRow) => void,
): void {
  const rows = filter.candidates()?.rows ?? environment.source.all(object)
  const { test } = filter
  for (const row of rows) if (test(row) && isThere(environment, row)) visit(row)
}

/** The ids that the inner query of a semi-join gives. */
function semiJoinValues(join: SemiJoin, left: Bound<RecordRow>, outer: Scope): ReadonlySet<string> {
  const { scope, selected } = bindInner(join, left, outer)
  const values = new Set<string>()
  for (const row of matching(compileFilter(join.query, scope), scope.object, scope.environment)) {
    const value = selected.read(row)
    if (typeof value === 'string' && value !== '') values.add(value)
  }
  return values
}
