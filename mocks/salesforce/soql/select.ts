import type { Field, SObject } from '../catalogue/catalogue.js'
import type { Path, Query, SelectItem, TypeofItem } from './ast.js'
import { bindCall, PRESENTATIONS, pathIn } from './bind-call.js'
import { fieldThroughName, resolvePath, type Scope, stepTo } from './bind-path.js'
import { childrenEntry } from './children.js'
import { valueReader } from './field-value.js'
import { nameObject } from './name-object.js'
import type { Entry, Shape } from './shape.js'
import { invalidField, malformed } from './soql-error.js'

type ReadValue = (Entry & { readonly kind: 'value' })['read']

/** What a query that groups nothing shows of each row. @throws for what cannot be selected */
export function bindSelect(query: Query, scope: Scope, depth: number): Shape {
  const shape: Shape = new Map()
  for (const item of query.select) addItem(shape, item, query, scope, depth)
  return shape
}

function addItem(shape: Shape, item: SelectItem, query: Query, scope: Scope, depth: number): void {
  if (item.kind === 'field') {
    if (item.alias) throw malformed('only aggregate expressions use field aliasing', item.alias.start)
    addPath(shape, item.path, scope)
  } else if (item.kind === 'function') addFunction(shape, item, scope)
  else if (item.kind === 'typeof') addTypeof(shape, item, scope)
  else if (item.kind === 'fields') addFields(shape, item, query, scope)
  else {
    const { key, entry } = childrenEntry(item.query, scope, depth, bindSelect)
    add(shape, key, entry, item.start)
  }
}

function add(shape: Shape, key: string, entry: Entry, at: number): void {
  if (shape.has(key)) throw invalidField(`duplicate field selected: ${key}`, at)
  shape.set(key, entry)
}

/** Puts a field into the record of the parent that its path leads to. */
function addPath(shape: Shape, path: Path, scope: Scope): void {
  const { environment } = scope
  const { steps, owner, field } = resolvePath(scope, path)
  let place = shape
  for (const step of steps) {
    const key = step.reference.relationshipName ?? ''
    const known = place.get(key)
    if (known && known.kind !== 'parent') throw invalidField(`duplicate field selected: ${key}`, path.start)
    const inner: Shape = known?.shape ?? new Map()
    if (!known) place.set(key, { kind: 'parent', step, shape: inner })
    place = inner
  }
  const throughName: ReadValue = (row, object) => fieldThroughName(field, object, row, environment)
  const read = steps.at(-1)?.polymorphic ? throughName : valueReader(owner, field, environment)
  add(place, field.name, { kind: 'value', read }, path.start)
}

/** toLabel(), FORMAT(), convertCurrency() show the field, under its own name or an alias; DISTANCE() under an alias. */
function addFunction(shape: Shape, item: SelectItem & { readonly kind: 'function' }, scope: Scope): void {
  const { call, alias } = item
  const bound = bindCall(scope, call)
  if (call.name === 'DISTANCE') {
    add(shape, alias?.text ?? `expr${shape.size}`, { kind: 'value', read: bound.read }, call.start)
    return
  }
  if (!PRESENTATIONS.has(call.name)) throw malformed(`Field must be grouped or aggregated: ${bound.name}`, call.start)
  const read: ReadValue = call.name === 'FORMAT' ? (row) => formatted(bound.read(row)) : bound.read
  if (alias) add(shape, alias.text, { kind: 'value', read }, alias.start)
  else if (bound.own && bound.shortName) add(shape, bound.shortName, { kind: 'value', read }, call.start)
  else {
    const [inner] = call.args
    addPath(shape, inner?.kind === 'call' ? pathIn(inner) : pathIn(call), scope)
  }
}

/** @unverified: what FORMAT() shows depends on the user's locale; numbers are grouped in threes, all else is as it is */
function formatted(value: unknown): unknown {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value
}

const MOST_WITH_ALL = 200

/** @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_fields.htm (read 2026-11) */
function addFields(shape: Shape, item: SelectItem & { readonly kind: 'fields' }, query: Query, scope: Scope): void {
  const { object, environment } = scope
  if (item.set !== 'STANDARD' && (query.limit?.value ?? Number.POSITIVE_INFINITY) > MOST_WITH_ALL)
    throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', item.start)
  for (const field of object.fields) {
    if (!isIn(item.set, field) || !environment.access.quiet.readsField(object, field)) continue
    add(shape, field.name, { kind: 'value', read: valueReader(object, field, environment) }, item.start)
  }
}

function isIn(set: 'ALL' | 'STANDARD' | 'CUSTOM', field: Field): boolean {
  return set === 'ALL' || (set === 'CUSTOM') === field.custom
}

/** @unverified the words of the refusals */
function addTypeof(shape: Shape, item: TypeofItem, scope: Scope): void {
  const { environment, object } = scope
  const [name, ...more] = item.relationship.names
  if (!name || more.length > 0)
    throw invalidField('TYPEOF takes a relationship of the queried object', item.relationship.start)
  const step = stepTo(name, object, environment)
  if (!step.polymorphic) throw invalidField(`TYPEOF is not allowed on non-polymorphic field '${name.text}'`, name.start)
  const shapes = new Map<string, Shape>()
  for (const branch of item.branches) {
    const parent = environment.catalogue.object(branch.object.text)
    if (!parent || !step.reference.referenceTo.includes(parent.name))
      throw invalidField(`'${branch.object.text}' is not a type of '${name.text}'`, branch.object.start)
    shapes.set(parent.name, pathsOf(branch.fields, parent, scope))
  }
  const otherwise = item.otherwise && nameShape(item.otherwise, scope)
  add(shape, step.reference.relationshipName ?? '', { kind: 'typeof', step, shapes, otherwise }, item.start)
}

function pathsOf(paths: readonly Path[], object: SObject, scope: Scope): Shape {
  const shape: Shape = new Map()
  for (const path of paths) addPath(shape, path, { ...scope, object, aliases: new Map() })
  return shape
}

/** ELSE shows what every type has. */
function nameShape(paths: readonly Path[], scope: Scope): Shape {
  const shape: Shape = new Map()
  for (const path of paths) {
    const { field } = resolvePath({ ...scope, object: nameObject, aliases: new Map() }, path)
    const read: ReadValue = (row, object) => fieldThroughName(field, object, row, scope.environment)
    add(shape, field.name, { kind: 'value', read }, path.start)
  }
  return shape
}
