import type { RecordRow } from '../records/record.js'
import type { Query, SemiJoin } from './ast.js'
import { bindPath, objectNamed, type Scope, scopeOf } from './bind-path.js'
import type { Bound } from './bound.js'
import { malformed } from './soql-error.js'

/** What the checked inner query selects. */
export interface InnerSelect {
  readonly scope: Scope
  readonly selected: Bound<RecordRow>
}

/**
 * The field that a semi-join's inner query selects.
 * @throws MALFORMED_QUERY where it selects other than one id or reference, or does not fit the field on the left
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm (read 2026-11)
 */
export function bindInner(join: SemiJoin, left: Bound<RecordRow>, outer: Scope): InnerSelect {
  const { query } = join
  const scope = scopeOf(query.from, objectNamed(query.from.object, outer.environment), outer.environment)
  checkInner(query)
  const [item] = query.select
  if (item?.kind !== 'field' || query.select.length > 1)
    throw malformed('Only one field can be selected in a semi join sub-select', query.start)
  const selected = bindPath(scope, item.path)
  checkFit(join, left, selected, outer, scope)
  return { scope, selected }
}

/** @unverified the words for the clauses */
function checkInner(query: Query): void {
  if (query.groupBy || query.having)
    throw malformed('Aggregate expressions are not allowed in semi join sub-selects', query.start)
  const [order] = query.orderBy
  if (order) throw malformed('ORDER BY is not allowed in semi join sub-selects', order.start)
  if (query.limit) throw malformed('LIMIT is not allowed in semi join sub-selects', query.limit.start)
  if (query.where && holdsSemiJoin(query.where))
    throw malformed('Nesting of semi join sub-selects is not supported', query.where.start)
}

function holdsSemiJoin(condition: NonNullable<Query['where']>): boolean {
  if (condition.kind === 'semi-join') return true
  if (condition.kind === 'not') return holdsSemiJoin(condition.part)
  return (condition.kind === 'and' || condition.kind === 'or') && condition.parts.some(holdsSemiJoin)
}

function checkFit(
  join: SemiJoin,
  left: Bound<RecordRow>,
  selected: Bound<RecordRow>,
  outer: Scope,
  inner: Scope,
): void {
  if (left.kind !== 'id' || !left.field)
    throw malformed(
      `The left operand '${left.name}' cannot have a semi join sub-select: it must be an id or a reference`,
      join.start,
    )
  if (selected.kind !== 'id' || !selected.field)
    throw malformed(
      `The selected field '${selected.name}' in the subquery must be an id or a reference`,
      join.query.start,
    )
  if (inner.object.name === outer.object.name && left.own && left.field.name === 'Id' && selected.field.name === 'Id')
    throw malformed('The inner and outer selects should not be on the same object type', join.start)
  const a = typesOf(left, outer)
  const b = typesOf(selected, inner)
  if (!a.some((type) => b.includes(type)))
    throw malformed(
      `The selected field '${selected.field.name}' in the subquery and the left operand field in the where expression in the outer query '${left.field.name}' should point to the same object type`,
      join.start,
    )
}

function typesOf(bound: Bound<RecordRow>, scope: Scope): readonly string[] {
  if (bound.field?.type === 'id') return [bound.owner?.name ?? scope.object.name]
  return bound.field?.referenceTo ?? []
}
