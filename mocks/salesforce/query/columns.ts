import type { Field, FieldType } from '../catalogue/catalogue.js'
import type { Path, Query, SelectItem } from '../soql/ast.js'
import { objectNamed, resolvePath, type Scope, scopeOf } from '../soql/bind-path.js'
import { kindOf } from '../soql/bound.js'
import type { Environment } from '../soql/environment.js'
import { execute } from '../soql/execute.js'
import { isAggregate } from '../soql/group-query.js'
import { parseSoql } from '../soql/parse.js'
import type { Json } from '../soql/shape.js'
import { inItsWords } from './run-soql.js'

interface Column {
  readonly aggregate: boolean
  readonly apexType: string
  readonly booleanType: boolean
  readonly columnName: string
  readonly custom: boolean
  readonly displayName: string
  readonly foreignKeyName: string | null
  readonly insertable: boolean
  readonly joinColumns: Column[]
  readonly numberType: boolean
  readonly textType: boolean
  readonly updatable: boolean
}

/**
 * Of what columns a query's answer is (`columns=true`), which command-line clients ask before they show it.
 * @source facts A4 (read 2026-11-23) @unverified the names of Apex types
 */
export function columnsOf(text: string, environment: Environment): Json {
  return inItsWords(text, () => {
    const query = parseSoql(text)
    const object = objectNamed(query.from.object, environment)
    execute(query, environment)
    const columns = columnsIn(query, scopeOf(query.from, object, environment))
    return {
      columnMetadata: columns,
      entityName: object.name,
      groupBy: query.groupBy !== undefined,
      idSelected: columns.some((column) => column.columnName === 'Id'),
      keyPrefix: object.keyPrefix,
    }
  })
}

function columnsIn(query: Query, scope: Scope): Column[] {
  const columns: Column[] = []
  const grouped = isAggregate(query)
  let unnamed = 0
  for (const item of query.select) {
    if (item.kind === 'field') addPath(columns, item.path, scope, item.alias?.text)
    else if (item.kind === 'function') {
      const name = item.alias?.text ?? (grouped ? `expr${unnamed++}` : item.call.name)
      const displayName = item.alias?.text ?? shown(item)
      columns.push({ ...bare(name), aggregate: grouped, displayName, numberType: grouped })
    } else if (item.kind === 'fields') columns.push(...fieldsOf(item.set, scope))
    else if (item.kind === 'subquery') columns.push(...childColumns(item.query, scope))
    else columns.push(bare(item.relationship.names[0]?.text ?? ''))
  }
  return columns
}

function fieldsOf(set: 'ALL' | 'STANDARD' | 'CUSTOM', { object, environment }: Scope): Column[] {
  return object.fields
    .filter((field) => set === 'ALL' || (set === 'CUSTOM') === field.custom)
    .filter((field) => environment.access.quiet.readsField(object, field))
    .map(ofField)
}

/** `count(Id)`, as it is shown where there is no alias. */
function shown(item: SelectItem & { readonly kind: 'function' }): string {
  const [argument] = item.call.args
  const inner = argument?.kind === 'path' ? argument.names.map(({ text }) => text).join('.') : ''
  return `${item.call.name.toLowerCase()}(${inner})`
}

function childColumns(query: Query, scope: Scope): Column[] {
  const { environment } = scope
  const relationship = scope.object.children(query.from.object.text)
  const object = environment.catalogue.object(relationship?.childSObject ?? '')
  if (!relationship?.relationshipName || !object) return []
  const joinColumns = columnsIn(query, scopeOf(query.from, object, environment))
  return [{ ...bare(relationship.relationshipName), aggregate: true, joinColumns }]
}

/** A parent's field stands among the parent's columns. */
function addPath(columns: Column[], path: Path, scope: Scope, alias: string | undefined): void {
  const { steps, field } = resolvePath(scope, path)
  let place = columns
  for (const { reference } of steps) {
    const name = reference.relationshipName ?? ''
    let parent = place.find((column) => column.columnName === name)
    if (!parent) {
      parent = { ...bare(name), foreignKeyName: reference.name }
      place.push(parent)
    }
    place = parent.joinColumns
  }
  place.push(alias === undefined ? ofField(field) : { ...ofField(field), columnName: alias })
}

const APEX: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  currency: 'Decimal',
  double: 'Double',
  percent: 'Double',
  int: 'Integer',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
}

function ofField(field: Field): Column {
  return {
    ...bare(field.name),
    apexType: APEX[field.type] ?? 'String',
    booleanType: field.type === 'boolean',
    custom: field.custom,
    insertable: field.createable,
    numberType: kindOf(field) === 'number',
    textType: kindOf(field) === 'text',
    updatable: field.updateable,
  }
}

function bare(name: string): Column {
  return {
    aggregate: false,
    apexType: 'String',
    booleanType: false,
    columnName: name,
    custom: false,
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  }
}
