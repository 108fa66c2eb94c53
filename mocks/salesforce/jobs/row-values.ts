import type { SObject } from '../catalogue/catalogue.js'
import type { Values } from '../records/save.js'

/** Where a column's values go. */
export type Column =
  | { readonly kind: 'field'; readonly name: string }
  | {
      readonly kind: 'parent'
      readonly relationship: string
      readonly type: string | undefined
      readonly field: string
    }

const NULL = '#N/A'

/**
 * What a header's columns stand for: a field in any case, `Account.Ext__c` for a parent by its external id, `Lead:Owner.Ext__c`
 * where the parent may be of several objects. A name that is none is given back as text.
 */
export function columnsOf(object: SObject, header: readonly string[]): Column[] | string {
  const columns: Column[] = []
  for (const text of header) {
    const column = columnOf(object, text.trim())
    if (!column) return text
    columns.push(column)
  }
  return columns
}

function columnOf(object: SObject, text: string): Column | undefined {
  const [path = '', field] = text.split('.')
  if (field === undefined) {
    const known = object.field(path)
    return known && { kind: 'field', name: known.name }
  }
  const [type, name] = path.includes(':') ? path.split(':') : [undefined, path]
  const parent = object.parent(name ?? '')
  return parent?.relationshipName ? { kind: 'parent', relationship: parent.relationshipName, type, field } : undefined
}

/** The values of a record. A blank is left out, `#N/A` is null. */
export function valuesOf(columns: readonly Column[], record: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    const text = record[i] ?? ''
    if (text === '' || column === undefined) continue
    if (column.kind === 'field') values[column.name] = text === NULL ? null : text
    else values[column.relationship] = text === NULL ? null : parentOf(column, text)
  }
  return values
}

function parentOf({ type, field }: Extract<Column, { kind: 'parent' }>, value: string): Values {
  return { ...(type !== undefined && { attributes: { type } }), [field]: value }
}
