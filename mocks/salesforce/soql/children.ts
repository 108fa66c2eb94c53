import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Query } from './ast.js'
import { bindOperand } from './bind-call.js'
import { type Scope, scopeOf } from './bind-path.js'
import { type Environment, isThere } from './environment.js'
import { compileFilter } from './filter.js'
import { isAggregate } from './group-query.js'
import { orderingOf, sorted } from './order.js'
import type { Entry, Shape } from './shape.js'
import { malformed, noSuchRelationship } from './soql-error.js'

/** Children of children are queried since version 58, five levels down. */
const NESTING_SINCE = 58
const MOST_LEVELS = 5

/** Says what of each row a query shows. */
export type BindSelect = (query: Query, scope: Scope, depth: number) => Shape

/** A query in SELECT: the rows that point to each record, under the relationship's name. */
export function childrenEntry(
  query: Query,
  scope: Scope,
  depth: number,
  bindSelect: BindSelect,
): { key: string; entry: Entry } {
  const { environment } = scope
  const { relationship, object, field } = childrenNamed(query, scope)
  const levels = Number.parseFloat(environment.version) < NESTING_SINCE ? 1 : MOST_LEVELS
  // @unverified the words
  if (depth >= levels)
    throw malformed(`Child relationship queries can be nested to a maximum of ${levels} levels`, query.start)
  if (isAggregate(query)) throw malformed('only root queries support aggregate expressions', query.start)
  const inner = scopeOf(query.from, object, environment)
  const filter = compileFilter(query, inner)
  const ordering = orderingOf(query.orderBy, (item) => bindOperand(inner, item.operand))
  const shape = bindSelect(query, inner, depth + 1)
  const skip = query.offset?.value ?? 0
  const most = query.limit && query.limit.value + skip
  const childrenOf = byParent(object, field, environment)
  const rows = (parent: RecordRow): readonly RecordRow[] => {
    const found = childrenOf(parent.Id).filter((row) => isThere(environment, row) && filter.test(row))
    const ordered = query.orderBy.length > 0 ? sorted(found, ordering, most) : found
    return most === undefined && skip === 0 ? ordered : ordered.slice(skip, most)
  }
  return { key: relationship, entry: { kind: 'children', rows, object, shape } }
}

function childrenNamed(query: Query, scope: Scope): { relationship: string; object: SObject; field: Field } {
  const { object: name } = query.from
  const { catalogue, access } = scope.environment
  const relationship = scope.object.children(name.text)
  const object = relationship && catalogue.object(relationship.childSObject)
  const field = object?.field(relationship?.field ?? '')
  if (
    !relationship?.relationshipName ||
    !object ||
    !field ||
    !access.readsObject(object) ||
    !access.readsField(object, field)
  )
    throw noSuchRelationship(name.text, 'FROM part of query call', name.start)
  return { relationship: relationship.relationshipName, object, field }
}

/** By the index of the reference, or by one pass over the children that is made when it is first asked. */
function byParent(object: SObject, field: Field, { source }: Environment): (id: string) => readonly RecordRow[] {
  let groups: Map<unknown, RecordRow[]> | undefined
  return (id) => {
    const indexed = groups ? undefined : source.lookup(object, field, id)
    if (indexed) return indexed
    groups ??= groupBy(source.all(object), field.name)
    return groups.get(id) ?? []
  }
}

function groupBy(rows: readonly RecordRow[], field: string): Map<unknown, RecordRow[]> {
  const groups = new Map<unknown, RecordRow[]>()
  for (const row of rows) {
    const group = groups.get(row[field])
    if (group) group.push(row)
    else groups.set(row[field], [row])
  }
  return groups
}
