import { SandboxError } from '../../../src/engine/kit.js'
import type { StoredChild, StoredField, StoredObject } from './stored.js'

type Json = Readonly<Record<string, unknown>>

/**
 * An object of a user's own org, out of the answer of `GET /services/data/vXX.0/sobjects/<name>/describe`. What it gives stands in
 * `settings.salesforce.objects` under the object's name, in place of the standard one. No value of a record is in a describe.
 * @throws SANDBOX_BAD_INPUT for what is no describe
 */
export function importDescribe(describe: unknown): StoredObject {
  const { name, label, labelPlural, keyPrefix, fields, childRelationships } = (describe ?? {}) as Json
  if (typeof name !== 'string' || !Array.isArray(fields)) {
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      'This is no describe of an object: it lacks `name` or `fields`.',
      'Save the answer of GET /services/data/vXX.0/sobjects/<name>/describe.',
    )
  }
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
