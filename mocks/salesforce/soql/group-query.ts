import type { RecordRow } from '../records/record.js'
import { type Accumulator, accumulatorOf } from './accumulator.js'
import type { Call, Operand, Query, SelectItem } from './ast.js'
import { AGGREGATES, bindOperand, pathIn } from './bind-call.js'
import { bindPath, type Scope } from './bind-path.js'
import type { Bound } from './bound.js'
import { compileCondition } from './condition.js'
import { type Group, group } from './grouping.js'
import { orderingOf, sorted } from './order.js'
import type { Json } from './shape.js'
import { invalidField, malformed, SoqlError } from './soql-error.js'

/** Whether a query's answer is of groups and not of rows. */
export function isAggregate(query: Query): boolean {
  return query.groupBy !== undefined || query.having !== undefined || query.select.some(isAggregateItem)
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'function' && (AGGREGATES.has(item.call.name) || item.call.name === 'GROUPING')
}

/** `SELECT COUNT() FROM`: the answer is a number and no records. */
export function isCount(query: Query): boolean {
  const [item] = query.select
  return (
    query.select.length === 1 && item?.kind === 'function' && item.call.name === 'COUNT' && item.call.args.length === 0
  )
}

const MOST_GROUPS = 2000

/** A query with its groups worked out. */
export class GroupQuery {
  private readonly scope: Scope
  private readonly query: Query
  private readonly keys: Bound<RecordRow>[]
  private readonly accumulators: (() => Accumulator)[] = []
  private readonly byName = new Map<string, Bound<Group>>()
  private readonly aliases = new Map<string, Bound<Group>>()

  constructor(query: Query, scope: Scope) {
    this.query = query
    this.scope = scope
    this.keys = (query.groupBy?.items ?? []).map((item) => this.key(item))
    this.checkClauses()
  }

  /** The columns: their keys in a record, and what each reads. */
  private columns(): Map<string, Bound<Group>> {
    const columns = new Map<string, Bound<Group>>()
    let unnamed = 0
    for (const item of this.query.select) {
      if (item.kind !== 'field' && item.kind !== 'function')
        throw malformed('Grouped queries select fields and aggregate functions only', item.start)
      const bound = this.bind(item.kind === 'field' ? item.path : item.call)
      const key = item.alias?.text ?? bound.shortName ?? `expr${unnamed++}`
      if (columns.has(key)) throw malformed(`duplicate alias: ${key}`, item.start)
      columns.set(key, bound)
      if (item.alias) this.aliases.set(item.alias.text.toLowerCase(), bound)
    }
    return columns
  }

  run(rows: Iterable<RecordRow>): Json[] {
    const { query } = this
    const columns = this.columns()
    const having = query.having && compileCondition(query.having, this.context())
    const ordering = orderingOf(query.orderBy, (item) => this.bindOrder(item.operand))
    const kind = query.groupBy?.kind ?? 'plain'
    let groups = group(rows, kind, this.keys, this.accumulators)
    if (!query.groupBy && groups.length === 0) groups = [this.empty()]
    if (having) groups = groups.filter(having)
    const skip = query.offset?.value ?? 0
    if (query.orderBy.length > 0) groups = sorted(groups, ordering, undefined)
    const shown = groups.slice(skip, query.limit && skip + query.limit.value)
    if (shown.length > MOST_GROUPS)
      throw new SoqlError(
        'EXCEEDED_ID_LIMIT',
        'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
        0,
      )
    return shown.map((one) => record(one, columns))
  }

  private empty(): Group {
    return { keys: [], over: [], results: this.accumulators.map((make) => make()) }
  }

  private context() {
    return {
      environment: this.scope.environment,
      bind: (operand: Operand) => this.bind(operand),
      inner: (join: { readonly start: number }) => {
        throw malformed('Semi join sub-selects are not allowed in HAVING', join.start)
      },
    }
  }

  private checkClauses(): void {
    const { query } = this
    const plain = !query.groupBy
    if (plain && query.having) throw malformed('HAVING requires GROUP BY', query.having.start)
    if (plain && query.limit)
      throw malformed(
        'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
        query.limit.start,
      )
    // @unverified the words
    if (query.groupBy && query.groupBy.kind !== 'plain' && this.keys.length > 3)
      throw malformed('ROLLUP and CUBE take a maximum of 3 fields', query.groupBy.start)
  }

  /** @unverified the code; the words are of public error logs */
  private key(operand: Operand): Bound<RecordRow> {
    const bound = bindOperand(this.scope, operand)
    if (bound.field?.groupable === false || bound.kind === 'opaque')
      throw malformed(`field '${bound.name}' can not be grouped in a query call`, operand.start)
    return bound
  }

  private bindOrder(operand: Operand): Bound<Group> {
    const alias =
      operand.kind === 'path' && operand.names.length === 1 ? operand.names[0]?.text.toLowerCase() : undefined
    return (alias !== undefined && this.aliases.get(alias)) || this.bind(operand)
  }

  private bind(operand: Operand): Bound<Group> {
    if (operand.kind === 'call' && AGGREGATES.has(operand.name)) return this.aggregate(operand)
    if (operand.kind === 'call' && operand.name === 'GROUPING') return this.grouping(operand)
    const bound = bindOperand(this.scope, operand)
    const at = this.keys.findIndex((key) => key.name === bound.name)
    if (at < 0) throw malformed(`Field must be grouped or aggregated: ${bound.name}`, operand.start)
    return { ...bound, own: false, read: (one) => one.keys[at] ?? null }
  }

  private aggregate(call: Call): Bound<Group> {
    if (call.args.length === 0) throw malformed(`unexpected token: ')'`, call.end - 1)
    const bound = bindPath(this.scope, pathIn(call))
    const name = `${call.name}(${bound.name})`
    const known = this.byName.get(name)
    if (known) return known
    const at = this.accumulators.push(accumulatorOf(call, bound)) - 1
    const extreme = call.name === 'MIN' || call.name === 'MAX'
    const made: Bound<Group> = {
      name,
      shortName: undefined,
      kind: extreme ? bound.kind : 'number',
      field: undefined,
      owner: undefined,
      own: false,
      read: (one) => one.results[at]?.value() ?? null,
    }
    this.byName.set(name, made)
    return made
  }

  /** 1 where a row is a subtotal over the field, else 0. */
  private grouping(call: Call): Bound<Group> {
    const bound = bindPath(this.scope, pathIn(call))
    const at = this.keys.findIndex((key) => key.name === bound.name)
    if (at < 0 || this.query.groupBy?.kind === 'plain')
      throw invalidField(`GROUPING function requires a field of ROLLUP or CUBE: ${bound.name}`, call.start)
    const read = (one: Group) => (one.over[at] ? 1 : 0)
    const none = { shortName: undefined, field: undefined, owner: undefined, own: false }
    return { ...none, name: `GROUPING(${bound.name})`, kind: 'number', read }
  }
}

function record(one: Group, columns: ReadonlyMap<string, Bound<Group>>): Json {
  const out: Json = { attributes: { type: 'AggregateResult' } }
  for (const [key, bound] of columns) out[key] = bound.read(one)
  return out
}
