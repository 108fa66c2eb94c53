import type { Field, FieldType, PicklistValue } from './catalogue.js'
import { labelOf } from './names.js'
import type { StoredField } from './stored.js'

const TEXT = new Set([
  'string',
  'textarea',
  'phone',
  'email',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
  'encryptedstring',
])
const NEVER_GROUPED = new Set([
  'double',
  'currency',
  'percent',
  'datetime',
  'address',
  'combobox',
  'base64',
  'time',
  'location',
])
const NEVER_AGGREGATED = new Set(['boolean', 'address', 'base64', 'location'])

const PLAIN = {
  defaultValue: null,
  referenceTo: [] as readonly string[],
  relationshipName: null,
  restrictedPicklist: false,
  externalId: false,
  unique: false,
  caseSensitive: false,
  calculated: false,
  autoNumber: false,
  compoundFieldName: null,
  nameField: false,
  htmlFormatted: false,
  encrypted: false,
  cascadeDelete: false,
  restrictedDelete: false,
  createable: true,
  updateable: true,
}

/** A field with all that follows of its type. */
export function fieldOf(stored: StoredField): Field {
  const type = stored.type as FieldType
  const size = sizeOf(stored, type)
  const picklistValues = (stored.values ?? []).map(picklistValue)
  return {
    ...PLAIN,
    ...given(stored),
    name: stored.name,
    label: stored.label ?? labelOf(stored.name),
    type,
    ...size,
    nillable: !stored.required,
    defaultedOnCreate: isDefaulted(stored),
    picklistValues,
    idLookup: Boolean(stored.idLookup || stored.externalId || type === 'id'),
    ...flagsOf(stored, type, size.length),
    custom: /__[a-z]+$/i.test(stored.name),
  }
}

function isDefaulted({ defaulted, values, autoNumber }: StoredField): boolean {
  return defaulted ?? (values?.some(isDefault) || autoNumber || false)
}

function sizeOf(stored: StoredField, type: FieldType) {
  const pointer = type === 'id' || type === 'reference'
  const number = type === 'double' || type === 'currency' || type === 'percent'
  return {
    length: stored.length ?? (TEXT.has(type) ? 255 : pointer ? 18 : 0),
    precision: stored.precision ?? (number ? 18 : 0),
    scale: stored.scale ?? (number && stored.precision === undefined ? 2 : 0),
    digits: stored.digits ?? (type === 'int' ? 9 : 0),
  }
}

/** What the catalogue says under another name, where it says it. */
const RENAMED: readonly (readonly [keyof StoredField, keyof Field])[] = [
  ['default', 'defaultValue'],
  ['to', 'referenceTo'],
  ['relationship', 'relationshipName'],
  ['restricted', 'restrictedPicklist'],
  ['externalId', 'externalId'],
  ['unique', 'unique'],
  ['caseSensitive', 'caseSensitive'],
  ['calculated', 'calculated'],
  ['autoNumber', 'autoNumber'],
  ['compound', 'compoundFieldName'],
  ['nameField', 'nameField'],
  ['html', 'htmlFormatted'],
  ['encrypted', 'encrypted'],
  ['cascade', 'cascadeDelete'],
  ['restrictDelete', 'restrictedDelete'],
  ['createable', 'createable'],
  ['updateable', 'updateable'],
]

function given(stored: StoredField): Partial<Field> {
  const entries = RENAMED.filter(([from]) => stored[from] !== undefined).map(([from, to]) => [to, stored[from]])
  return Object.fromEntries(entries) as Partial<Field>
}

function flagsOf(stored: StoredField, type: FieldType, length: number) {
  const long = (type === 'textarea' && length > 255) || type === 'base64'
  return {
    filterable: stored.filterable ?? !long,
    sortable: stored.sortable ?? !(long || type === 'address' || type === 'location' || type === 'multipicklist'),
    groupable: stored.groupable ?? !(long || NEVER_GROUPED.has(type) || type === 'multipicklist'),
    aggregatable: stored.aggregatable ?? !(long || NEVER_AGGREGATED.has(type)),
  }
}

function isDefault(value: string): boolean {
  return value.endsWith('*')
}

function picklistValue(text: string): PicklistValue {
  const value = isDefault(text) ? text.slice(0, -1) : text
  return { value, label: value, active: true, defaultValue: isDefault(text) }
}
