import { invalid } from '../errors.js'
import { readDay } from '../history/dates.js'
import type { AsOf } from '../history/fact.js'
import { ELEMENT_DOMAINS } from '../security/element-domains.js'
import type { WorkdayWorld } from '../world.js'
import type { Condition, Literal, Operator, Query, Selected } from './ast.js'
import { firstOf } from './first-of.js'
import { type Field, type Instance, SOURCE_OF_FIELD, SOURCES, type Source, type Value } from './sources.js'

type Get = (row: unknown) => Value
type Row = Record<string, unknown>

/** Rows that are wanted of what a query finds. */
interface Page {
  readonly offset: number
  readonly limit: number
}

const WHOLE: Page = { offset: 0, limit: Number.POSITIVE_INFINITY }

/** A page of what a query finds. */
export interface Found {
  /** How many there are on all pages. */
  readonly total: number
  readonly data: readonly Row[]
  /** It shows pay or birth dates, under whatever names. */
  readonly sensitive: boolean
}

/** Parameters behind a source that are taken; others are refused, since they would change the answer. */
const PARAMETERS = ['effectiveAsOfDate', 'entryMoment', 'dataSourceFilter', 'includeSubordinateOrganizations']

/**
 * Runs a query for somebody who may read by certain domains: fields of others are simply not there.
 * @throws 400 for a source or a field that there is not
 */
export function executeWql(
  world: WorkdayWorld,
  query: Query,
  granted: (domains: readonly string[]) => boolean,
  page: Page = WHOLE,
): Found {
  const source = SOURCES.get(query.source)
  if (!source) throw unknown('data source', query.source, [...SOURCES.keys()])
  for (const name of Object.keys(query.parameters)) {
    if (!PARAMETERS.includes(name)) throw unknown('parameter', name, PARAMETERS)
  }
  const asOf = asOfOf(world, query)
  const getter = (name: string): Get => getOf(world, source, name, asOf, granted)
  const test = query.where && conditionOf(query.where, getter)
  const all = source.rows(world, asOf)
  const rows = test ? all.filter(test) : all
  const grouped = query.groupBy.length > 0 || query.select.some(({ aggregate }) => aggregate !== undefined)
  const sensitive = isSensitive(query, source)
  const most = query.limit ?? Number.POSITIVE_INFINITY
  const end = Math.min(page.offset + page.limit, most)
  if (grouped || query.distinct) {
    const data = grouped ? groups(query, rows, getter) : distinct(ordered(query, rows, getter).map(rendered()))
    return { total: Math.min(data.length, most), data: data.slice(page.offset, end), sensitive }
  }
  // What is not on the page is neither sorted nor rendered.
  const shown = ordered(query, rows, getter, end).slice(page.offset, end)
  return { total: Math.min(rows.length, most), data: shown.map(rendered()), sensitive }

  function rendered(): (row: unknown) => Row {
    return columnsOf(world, query, getter, asOf, granted)
  }
}

const SENSITIVE: readonly string[] = [...ELEMENT_DOMAINS.compensation, ...ELEMENT_DOMAINS['gender-and-age']]

function isSensitive({ select }: Query, source: Source): boolean {
  return select.some(({ field, inner }) => {
    const domains = source.fields.get(field)?.domains ?? []
    return inner !== undefined || domains.some((domain) => SENSITIVE.includes(domain))
  })
}

function asOfOf(world: WorkdayWorld, { parameters }: Query): AsOf {
  const day = readDay(parameters.effectiveAsOfDate)
  if (parameters.effectiveAsOfDate !== undefined && day === undefined) {
    throw invalid(400, { error: `'${parameters.effectiveAsOfDate}' is no date.`, field: 'effectiveAsOfDate' })
  }
  return { ...world.present, ...(day !== undefined && { effective: day }) }
}

function getOf(
  world: WorkdayWorld,
  source: Source,
  name: string,
  asOf: AsOf,
  granted: (domains: readonly string[]) => boolean,
): Get {
  const field = source.fields.get(name)
  if (!field) throw unknown('field', name, [...source.fields.keys()])
  return maySee(field, granted) ? (row) => field.of(row, world, asOf) : () => undefined
}

function maySee({ domains }: Field, granted: (domains: readonly string[]) => boolean): boolean {
  return domains === undefined || granted(domains)
}

function conditionOf(condition: Condition, getter: (name: string) => Get): (row: unknown) => boolean {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [conditionOf(condition.left, getter), conditionOf(condition.right, getter)]
      return condition.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row)
    }
    case 'not': {
      const inner = conditionOf(condition.of, getter)
      return (row) => !inner(row)
    }
    case 'null': {
      const get = getter(condition.field)
      return (row) => (get(row) === undefined) !== condition.negated
    }
    case 'in': {
      const get = getter(condition.field)
      return (row) => {
        const value = get(row)
        return value !== undefined && condition.values.some((each) => compare(value, each) === 0) !== condition.negated
      }
    }
    case 'compare': {
      const get = getter(condition.field)
      const { value: wanted, operator } = condition
      return (row) => {
        const value = get(row)
        return value !== undefined && holds(operator, compare(value, wanted))
      }
    }
  }
}

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** An instance is compared by its id, or by its descriptor where the other is none. */
function compare(value: Exclude<Value, undefined>, other: Literal | Instance): number {
  if (typeof value === 'object') {
    const id = typeof other === 'object' ? other.id : String(other)
    return value.id === id || value.descriptor === id ? 0 : value.descriptor < id ? -1 : 1
  }
  if (typeof value === 'number') return value - Number(other)
  if (typeof value === 'boolean') return Number(value) - Number(other === true || other === 'true')
  const text = String(other)
  return value < text ? -1 : value > text ? 1 : 0
}

/** @param first how many of them are wanted, from the first on; default all */
function ordered(
  query: Query,
  rows: readonly unknown[],
  getter: (name: string) => Get,
  first = Number.POSITIVE_INFINITY,
): readonly unknown[] {
  if (query.orderBy.length === 0) return rows
  const fieldOf = (name: string) => query.select.find(({ alias }) => alias === name)?.field ?? name
  const by = query.orderBy.map(({ field, descending }) => ({ get: getter(fieldOf(field)), sign: descending ? -1 : 1 }))
  const keyed = rows.map((row) => ({ row, keys: by.map(({ get }) => get(row)) }))
  const compared = (a: Keyed, b: Keyed) => {
    for (let i = 0; i < by.length; i++) {
      const order = orderOf(a.keys[i], b.keys[i])
      if (order !== 0) return order * (by[i]?.sign ?? 1)
    }
    return 0
  }
  return firstOf(keyed, first, compared).map(({ row }) => row)
}

interface Keyed {
  readonly row: unknown
  readonly keys: readonly Value[]
}

/** What is not there comes last. */
function orderOf(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return compare(a, b)
}

/** How a row becomes one of the answer. */
function columnsOf(
  world: WorkdayWorld,
  query: Query,
  getter: (name: string) => Get,
  asOf: AsOf,
  granted: (domains: readonly string[]) => boolean,
): (row: unknown) => Row {
  const columns = query.select.map((selected) => ({
    ...selected,
    get: getter(selected.field),
    open: opener(world, selected, asOf, granted),
  }))
  return (row) => {
    const out: Row = {}
    for (const { alias, get, open } of columns) {
      const value = get(row)
      if (value !== undefined) out[alias] = open ? open(value) : value
    }
    return out
  }
}

function distinct(data: readonly Row[]): Row[] {
  return [...new Map(data.map((row) => [JSON.stringify(row), row])).values()]
}

/** `worker{fullName}`: the fields of what a reference names. */
function opener(
  world: WorkdayWorld,
  { field, inner }: Selected,
  asOf: AsOf,
  granted: (domains: readonly string[]) => boolean,
): ((value: Value) => unknown) | undefined {
  if (!inner) return undefined
  const source = SOURCES.get(SOURCE_OF_FIELD[field] ?? '')
  if (!source)
    throw invalid(400, { error: `The field '${field}' names no object whose fields can be selected.`, field: 'query' })
  const gets = inner.map((name) => [name, getOf(world, source, name, asOf, granted)] as const)
  return (value) => {
    const id = typeof value === 'object' ? value.id : ''
    const row = world.workers.find(id) ?? world.jobProfiles.find(id) ?? world.organizations.find(id)
    return Object.fromEntries(gets.map(([name, get]) => [name, get(row)]).filter(([, each]) => each !== undefined))
  }
}

function groups(query: Query, rows: readonly unknown[], getter: (name: string) => Get): Row[] {
  const keys = query.groupBy.map((name) => getter(query.select.find(({ alias }) => alias === name)?.field ?? name))
  const stray = query.select.find(
    ({ field, alias, aggregate }) => !aggregate && !query.groupBy.includes(field) && !query.groupBy.includes(alias),
  )
  if (stray)
    throw invalid(400, { error: `The field '${stray.field}' must be in GROUP BY or be aggregated.`, field: 'query' })
  const members = new Map<string, unknown[]>()
  if (query.groupBy.length === 0) members.set('', [...rows])
  else {
    for (const row of rows) {
      const key = JSON.stringify(keys.map((get) => get(row) ?? null))
      const group = members.get(key)
      if (group) group.push(row)
      else members.set(key, [row])
    }
  }
  const data = [...members.values()].map((group) => summary(query, group, getter))
  for (const { field, descending } of [...query.orderBy].reverse()) {
    data.sort((a, b) => orderOf(a[field] as Value, b[field] as Value) * (descending ? -1 : 1))
  }
  return data
}

function summary(query: Query, group: readonly unknown[], getter: (name: string) => Get): Row {
  const out: Row = {}
  for (const { field, alias, aggregate } of query.select) {
    const values = field === '*' ? group.map(() => 1) : group.map(getter(field)).filter((value) => value !== undefined)
    const value = aggregate === undefined ? values[0] : aggregated(aggregate, values)
    if (value !== undefined) out[alias] = value
  }
  return out
}

function aggregated(aggregate: NonNullable<Selected['aggregate']>, values: readonly Value[]): unknown {
  if (aggregate === 'COUNT') return values.length
  if (aggregate === 'MIN') return values.reduce((a, b) => (orderOf(a, b) <= 0 ? a : b), undefined)
  if (aggregate === 'MAX') return [...values].sort(orderOf).at(-1)
  const sum = values.reduce<number>((total, value) => total + Number(value), 0)
  if (values.length === 0) return undefined
  return aggregate === 'SUM' ? sum : sum / values.length
}

/** @unverified the wording */
function unknown(what: string, name: string, among: readonly string[]) {
  return invalid(400, { error: `There is no ${what} '${name}'. There are: ${among.join(', ')}.`, field: 'query' })
}
