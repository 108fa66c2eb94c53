import type { SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Condition } from './ast.js'
import type { Bound } from './bound.js'
import type { Environment } from './environment.js'
import { literalValue } from './literal-value.js'

/** Rows among which all that a condition holds for are to be found, and the field whose index gave them. */
export interface Candidates {
  readonly rows: readonly RecordRow[]
  readonly fields: readonly string[]
}

export interface PlanContext {
  readonly object: SObject
  readonly environment: Environment
  bind(condition: Condition & { readonly kind: 'comparison' | 'list' | 'semi-join' }): Bound<RecordRow>
  inner(condition: Condition & { readonly kind: 'semi-join' }, left: Bound<RecordRow>): ReadonlySet<string>
}

/** A lookup for each of more values than this costs more than a scan. */
const MOST_LOOKUPS = 20_000
/** Few enough that no other index is asked. */
const FEW = 50

/** What indexes can say of a condition; undefined where every row must be looked at. */
export function candidatesFor(condition: Condition, context: PlanContext): Candidates | undefined {
  switch (condition.kind) {
    case 'and':
      return smallest(condition.parts, context)
    case 'or':
      return union(condition.parts, context)
    case 'not':
      return undefined
    case 'comparison':
      if (condition.operator !== '=' || condition.right.kind !== 'string') return undefined
      return lookups(context.bind(condition), context, () => [
        wantedValue(context.bind(condition), condition.right, condition),
      ])
    case 'list': {
      if (condition.operator !== 'IN') return undefined
      const bound = context.bind(condition)
      return lookups(bound, context, () => condition.values.map((value) => wantedValue(bound, value, condition)))
    }
    case 'semi-join': {
      if (condition.negated) return undefined
      const bound = context.bind(condition)
      return lookups(bound, context, () => [...context.inner(condition, bound)])
    }
  }
}

function wantedValue(
  bound: Bound<RecordRow>,
  literal: Parameters<typeof literalValue>[1],
  condition: Condition,
): unknown {
  return literal.kind === 'date-literal' ? null : literalValue(bound as Bound<never>, literal, condition.start)
}

function smallest(parts: readonly Condition[], context: PlanContext): Candidates | undefined {
  let best: Candidates | undefined
  for (const part of parts) {
    const found = candidatesFor(part, context)
    if (found && (!best || found.rows.length < best.rows.length)) best = found
    if (best && best.rows.length <= FEW) return best
  }
  return best
}

function union(parts: readonly Condition[], context: PlanContext): Candidates | undefined {
  const all: Candidates[] = []
  for (const part of parts) {
    const found = candidatesFor(part, context)
    if (!found) return undefined
    all.push(found)
  }
  return { rows: inOrder(all.flatMap(({ rows }) => rows)), fields: [...new Set(all.flatMap(({ fields }) => fields))] }
}

/** Each once, oldest first: ids count upwards. */
function inOrder(rows: readonly RecordRow[]): RecordRow[] {
  const byId = new Map(rows.map((row) => [row.Id, row]))
  return [...byId.values()].sort((a, b) => (a.Id < b.Id ? -1 : 1))
}

function lookups(
  bound: Bound<RecordRow>,
  context: PlanContext,
  list: () => readonly unknown[],
): Candidates | undefined {
  const { field, own } = bound
  if (!field || !own || (bound.kind !== 'id' && bound.kind !== 'text')) return undefined
  const { source } = context.environment
  const isId = field.name === 'Id'
  if (!isId && !source.lookup(context.object, field, '')) return undefined
  const values = list()
  // Rows without a value are in no index.
  if (values.length > MOST_LOOKUPS || values.some((value) => typeof value !== 'string')) return undefined
  const found: RecordRow[] = []
  for (const value of values as string[]) {
    const rows = isId ? one(source.find(context.object, value)) : source.lookup(context.object, field, value)
    if (!rows) return undefined
    for (const row of rows) found.push(row)
  }
  return { rows: values.length > 1 ? inOrder(found) : found, fields: [field.name] }
}

function one(row: RecordRow | undefined): readonly RecordRow[] {
  return row ? [row] : []
}
