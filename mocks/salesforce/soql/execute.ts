import type { SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Query } from './ast.js'
import { bindOperand } from './bind-call.js'
import { objectNamed, type Scope, scopeOf } from './bind-path.js'
import type { Test } from './comparison.js'
import type { Environment } from './environment.js'
import { compileFilter, eachMatching, type Filter, matching } from './filter.js'
import { GroupQuery, isAggregate, isCount } from './group-query.js'
import { orderingOf, Sorter } from './order.js'
import { bindSelect } from './select.js'
import { type Json, type Rendering, render, type Shape } from './shape.js'
import { malformed, SoqlError } from './soql-error.js'

/** What a query gave; rows are written out when they are asked for, so that a page costs no more than itself. */
export interface QueryResult {
  readonly totalSize: number
  /** Absent for COUNT() and for groups. */
  readonly object: SObject
  readonly rows: readonly RecordRow[]
  /** The records from one place up to another. */
  records(from: number, to: number, rendering: Rendering): Json[]
}

const GREATEST_OFFSET = 2000

/**
 * Answers a parsed query. Names are of any case; what the caller may not see is not there.
 * `also` narrows the rows further, as a search does.
 * @throws SoqlError INVALID_TYPE, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR, MALFORMED_QUERY, NUMBER_OUTSIDE_VALID_RANGE
 */
export function execute(query: Query, environment: Environment, also?: Test<RecordRow>): QueryResult {
  const object = objectNamed(query.from.object, environment)
  const scope = scopeOf(query.from, object, environment)
  checkClauses(query)
  const filter = narrowed(compileFilter(query, scope), also)
  if (isCount(query)) return countOf(query, filter, scope)
  if (isAggregate(query)) return ofGroups(query, filter, scope)
  const shape = bindSelect(query, scope, 0)
  const rows = orderedRows(query, filter, scope)
  return ofRows(object, rows, shape, environment)
}

function narrowed(filter: Filter, also: Test<RecordRow> | undefined): Filter {
  return also ? { ...filter, test: (row) => filter.test(row) && also(row) } : filter
}

function checkClauses(query: Query): void {
  if (query.allRows) throw malformed('ALL ROWS not allowed in this context', query.allRows.start)
  const update = query.forClauses.find((clause) => clause.text === 'UPDATE')
  // @unverified the words
  if (update) throw malformed('FOR UPDATE not allowed in this context', update.start)
  if (query.withClause?.text === 'DATA CATEGORY')
    throw malformed('WITH DATA CATEGORY is not supported for this object', query.withClause.start)
  if (query.offset && query.offset.value > GREATEST_OFFSET)
    throw new SoqlError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `Maximum SOQL offset allowed is ${GREATEST_OFFSET}`,
      query.offset.start,
    )
}

function countOf(query: Query, filter: Filter, scope: Scope): QueryResult {
  const [order] = query.orderBy
  if (order) throw malformed('Ordering is not allowed with COUNT()', order.start)
  const most = query.limit?.value ?? Number.POSITIVE_INFINITY
  let totalSize = 0
  for (const _ of matching(filter, scope.object, scope.environment)) {
    if (totalSize >= most) break
    totalSize++
  }
  return { totalSize, object: scope.object, rows: [], records: () => [] }
}

function ofGroups(query: Query, filter: Filter, scope: Scope): QueryResult {
  const records = new GroupQuery(query, scope).run(matching(filter, scope.object, scope.environment))
  return { totalSize: records.length, object: scope.object, rows: [], records: (from, to) => records.slice(from, to) }
}

function ofRows(object: SObject, rows: readonly RecordRow[], shape: Shape, environment: Environment): QueryResult {
  return {
    totalSize: rows.length,
    object,
    rows,
    records: (from, to, rendering) =>
      rows.slice(from, to).map((row) => render(shape, object, row, environment, rendering)),
  }
}

/** The rows that match, in order, as many as are wanted. */
function orderedRows(query: Query, filter: Filter, scope: Scope): RecordRow[] {
  const { object, environment } = scope
  const skip = query.offset?.value ?? 0
  const most = query.limit && query.limit.value + skip
  if (query.orderBy.length === 0) return firstOf(matching(filter, object, environment), most).slice(skip)
  const sorter = new Sorter(
    orderingOf(query.orderBy, (item) => bindOperand(scope, item.operand)),
    most,
  )
  eachMatching(filter, object, environment, (row) => sorter.add(row))
  return sorter.result().slice(skip)
}

function firstOf(rows: Iterable<RecordRow>, most = Number.POSITIVE_INFINITY): RecordRow[] {
  const out: RecordRow[] = []
  for (const row of rows) {
    if (out.length >= most) break
    out.push(row)
  }
  return out
}
