import { type Importer, SandboxError } from '../../../src/engine/kit.js'
import { FIELD_TYPES } from './custom.js'
import type { StoredChild, StoredField, StoredObject } from './stored.js'

type Json = Readonly<Record<string, unknown>>

/** `standin salesforce import-describe`: objects of a user's own org stand in place of the standard ones. */
export const describeImporter: Importer = {
  setting: 'importedObjects',
  read: (document, file) => Object.fromEntries(importDescribes(document, file).map((object) => [object.name, object])),
}

/** Puts what was imported in place of the standard objects of the same names. */
export function withImported(standard: readonly StoredObject[], imported: unknown): readonly StoredObject[] {
  if (typeof imported !== 'object' || imported === null) return standard
  const byName = new Map(standard.map((object) => [object.name, object]))
  for (const object of Object.values(imported as Record<string, StoredObject>)) byName.set(object.name, object)
  return [...byName.values()]
}

/**
 * One describe, a list of them, or `{sobjects: [...]}`.
 * @param file where it was read, for messages
 * @throws SANDBOX_BAD_INPUT that names the file and the place
 */
export function importDescribes(document: unknown, file = 'the document'): readonly StoredObject[] {
  const { sobjects } = (document ?? {}) as Json
  if (Array.isArray(document)) return each(document, file, '')
  return Array.isArray(sobjects) ? each(sobjects, file, 'sobjects') : [importDescribe(document, file)]
}

function each(list: readonly unknown[], file: string, at: string): readonly StoredObject[] {
  if (list.length === 0) throw noDescribe(`${file} describes no object.`)
  return list.map((item, i) => importDescribe(item, file, `${at}[${i}]`))
}

/**
 * An object of a user's own org, out of the answer of `GET /services/data/vXX.0/sobjects/<name>/describe`. No value of a record is in
 * a describe.
 * @throws SANDBOX_BAD_INPUT for what is no describe
 */
export function importDescribe(describe: unknown, file = 'the document', at = ''): StoredObject {
  const { name, label, labelPlural, keyPrefix, fields, childRelationships } = (describe ?? {}) as Json
  const place = at === '' ? file : `${file}, ${at}`
  if (typeof name !== 'string' || !/^[A-Za-z]\w*$/.test(name)) {
    throw noDescribe(`${place} is no describe of an object: its \`name\` is ${JSON.stringify(name) ?? 'missing'}.`)
  }
  if (!Array.isArray(fields) || fields.length === 0) {
    throw noDescribe(
      `${place} (${name}) has no \`fields\`: it is an entry of describe global, which lists objects only.`,
    )
  }
  checkFields(fields, `${place} (${name})`)
  const children = Array.isArray(childRelationships) ? (childRelationships as Json[]).flatMap(childOf) : []
  return {
    name,
    ...(typeof label === 'string' && { label }),
    ...(typeof labelPlural === 'string' && { plural: labelPlural }),
    ...(typeof keyPrefix === 'string' && { prefix: keyPrefix }),
    not: lettersOf(describe as Json, NOT, false),
    can: lettersOf(describe as Json, CAN, true),
    fields: (fields as Json[]).map(fieldOf),
    ...(children.length > 0 && { children }),
  }
}

function checkFields(fields: readonly unknown[], place: string): void {
  const names = new Set<unknown>()
  fields.forEach((field, i) => {
    const { name, type } = (field ?? {}) as Json
    if (typeof name !== 'string' || name === '') throw noDescribe(`${place}: fields[${i}] has no \`name\`.`)
    if (names.has(name)) throw noDescribe(`${place}: the field ${name} is there twice.`)
    names.add(name)
    if (FIELD_TYPES.includes(String(type))) return
    throw noDescribe(`${place}: the type of ${name} is ${JSON.stringify(type) ?? 'missing'}, which no field has.`)
  })
  if (!names.has('Id')) throw noDescribe(`${place} has no field \`Id\`: its fields are not all there.`)
}

function noDescribe(message: string) {
  const remedy =
    'Save the answer of GET /services/data/vXX.0/sobjects/<name>/describe, of `sf sobject describe --json`, say.'
  return new SandboxError('SANDBOX_BAD_INPUT', message, remedy)
}

const NOT = { createable: 'C', updateable: 'U', deletable: 'D', queryable: 'Q', retrieveable: 'R', undeletable: 'N' }
const CAN = {
  searchable: 'S',
  layoutable: 'L',
  triggerable: 'T',
  mergeable: 'M',
  mruEnabled: 'V',
  feedEnabled: 'F',
  replicateable: 'P',
}

function lettersOf(describe: Json, letters: Readonly<Record<string, string>>, wanted: boolean): string {
  return Object.entries(letters)
    .filter(([flag]) => (describe[flag] === true) === wanted)
    .map(([, letter]) => letter)
    .join('')
}

function childOf({ childSObject, field, relationshipName }: Json): StoredChild[] {
  if (typeof childSObject !== 'string' || typeof field !== 'string' || typeof relationshipName !== 'string') return []
  return [{ object: childSObject, field, relationship: relationshipName }]
}

/** Flags that have the same meaning, by their names in a describe. */
const FLAGS: readonly (readonly [keyof StoredField, string])[] = [
  ['defaulted', 'defaultedOnCreate'],
  ['createable', 'createable'],
  ['updateable', 'updateable'],
  ['restricted', 'restrictedPicklist'],
  ['externalId', 'externalId'],
  ['idLookup', 'idLookup'],
  ['unique', 'unique'],
  ['caseSensitive', 'caseSensitive'],
  ['filterable', 'filterable'],
  ['sortable', 'sortable'],
  ['groupable', 'groupable'],
  ['aggregatable', 'aggregatable'],
  ['calculated', 'calculated'],
  ['autoNumber', 'autoNumber'],
  ['nameField', 'nameField'],
  ['html', 'htmlFormatted'],
  ['encrypted', 'encrypted'],
  ['cascade', 'cascadeDelete'],
  ['restrictDelete', 'restrictedDelete'],
  ['label', 'label'],
  ['length', 'length'],
  ['precision', 'precision'],
  ['scale', 'scale'],
  ['digits', 'digits'],
  ['relationship', 'relationshipName'],
  ['compound', 'compoundFieldName'],
  ['default', 'defaultValue'],
]

function fieldOf(field: Json): StoredField {
  const entries = FLAGS.map(([to, from]) => [to, field[from]] as const).filter(([, value]) => (value ?? null) !== null)
  const targets = Array.isArray(field.referenceTo) ? (field.referenceTo as string[]) : []
  const values = Array.isArray(field.picklistValues) ? (field.picklistValues as Json[]) : []
  return {
    ...(Object.fromEntries(entries) as Partial<StoredField>),
    name: String(field.name),
    type: String(field.type),
    required: field.nillable === false,
    ...(targets.length > 0 && { to: targets }),
    ...(values.length > 0 && {
      values: values
        .filter(({ active }) => active !== false)
        .map(({ value, defaultValue }) => `${value}${defaultValue ? '*' : ''}`),
    }),
  }
}
