import { SandboxError } from '../../../src/engine/kit.js'
import { wholeOf } from './standard-objects.js'
import type { StoredChild, StoredField, StoredObject } from './stored.js'

/** A field in the config. `Amount__c: currency`, or an object with what a field of the catalogue has. */
export type CustomField = string | (Partial<Omit<StoredField, 'name'>> & { readonly childRelationship?: string })

/**
 * An object in the config: a new one (`Invoice__c`), or more fields for a standard one.
 * `{ Invoice__c: { label: 'Invoice', fields: { Account__c: { type: 'reference', to: ['Account'], childRelationship: 'Invoices' } } } }`
 */
export interface CustomObject {
  readonly label?: string
  readonly plural?: string
  readonly prefix?: string
  readonly fields?: Readonly<Record<string, CustomField>>
  /** What the Name of a row is: text of the client's, or a number: `INV-{0000}`. */
  readonly autoNumber?: string
}

/** Adds `settings.salesforce.objects` to the standard objects. @throws SANDBOX_BAD_CONFIG */
export function withCustom(standard: readonly StoredObject[], custom: unknown): readonly StoredObject[] {
  if (custom === undefined) return standard
  if (typeof custom !== 'object' || custom === null) {
    throw new SandboxError(
      'SANDBOX_BAD_CONFIG',
      '`objects` is no map of objects.',
      'Write `objects: { Invoice__c: {...} }`.',
    )
  }
  const byName = new Map(standard.map((object) => [object.name, object]))
  const entries = Object.entries(custom as Record<string, CustomObject>)
  entries.forEach(([name, definition], i) => {
    const present = byName.get(name)
    byName.set(name, present ? extended(present, definition) : created(name, definition, i))
  })
  for (const [name, definition] of entries) nameChildren(byName, name, definition)
  return [...byName.values()]
}

function extended(object: StoredObject, { fields = {} }: CustomObject): StoredObject {
  const added = Object.entries(fields).map(([name, field]) => customField(object.name, name, field))
  const names = new Set(added.map(({ name }) => name))
  return { ...wholeOf(object), fields: [...object.fields.filter(({ name }) => !names.has(name)), ...added] }
}

function created(name: string, definition: CustomObject, position: number): StoredObject {
  if (!/^[A-Za-z]\w*__(?:c|e|mdt|x)$/.test(name)) {
    throw new SandboxError(
      'SANDBOX_BAD_CONFIG',
      `'${name}' is no standard object, and no name of a custom one.`,
      'A custom object ends in __c.',
    )
  }
  const { label, plural, prefix, fields = {}, autoNumber } = definition
  const own = Object.entries(fields).map(([field, value]) => customField(name, field, value))
  return {
    name,
    ...(label !== undefined && { label }),
    ...(plural !== undefined && { plural }),
    prefix: prefix ?? `a${position.toString(36).padStart(2, '0')}`,
    fields: [...systemFields(autoNumber !== undefined), ...own],
  }
}

function customField(object: string, name: string, field: CustomField): StoredField {
  const given = typeof field === 'string' ? { type: field } : field
  if (!given.type) {
    throw new SandboxError('SANDBOX_BAD_CONFIG', `${object}.${name} has no type.`, "Write `type: 'string'`, say.")
  }
  checkField(object, name, given)
  const relationship = given.type === 'reference' ? (given.relationship ?? name.replace(/__c$/, '__r')) : undefined
  const { childRelationship: _, ...rest } = given as StoredField & { childRelationship?: string }
  return { ...rest, name, type: given.type, ...(relationship && { relationship }) }
}

/** Names a custom reference from its parents' side: `Invoices__r` for `childRelationship: Invoices`. */
function nameChildren(objects: Map<string, StoredObject>, name: string, { fields = {} }: CustomObject): void {
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string' || value.type !== 'reference') continue
    for (const target of value.to ?? []) {
      const parent = objects.get(target)
      if (!parent || !value.childRelationship) continue
      const relationship = value.childRelationship.endsWith('__r')
        ? value.childRelationship
        : `${value.childRelationship}__r`
      const child: StoredChild = { object: name, field, relationship }
      objects.set(target, { ...wholeOf(parent), children: [...(parent.children ?? []), child] })
    }
  }
}

function systemFields(autoNumber: boolean): StoredField[] {
  const fixed = { createable: false, updateable: false, required: true, defaulted: true } as const
  const viewed = { createable: false, updateable: false } as const
  return [
    { name: 'Id', label: 'Record ID', type: 'id', length: 18, ...fixed },
    {
      name: 'OwnerId',
      type: 'reference',
      length: 18,
      to: ['Group', 'User'],
      relationship: 'Owner',
      required: true,
      defaulted: true,
    },
    { name: 'IsDeleted', label: 'Deleted', type: 'boolean', default: false, ...fixed },
    autoNumber
      ? { name: 'Name', type: 'string', length: 80, nameField: true, idLookup: true, autoNumber, ...fixed }
      : { name: 'Name', type: 'string', length: 80, nameField: true, idLookup: true },
    { name: 'CreatedDate', type: 'datetime', ...fixed },
    { name: 'CreatedById', type: 'reference', to: ['User'], relationship: 'CreatedBy', ...fixed },
    { name: 'LastModifiedDate', type: 'datetime', ...fixed },
    { name: 'LastModifiedById', type: 'reference', to: ['User'], relationship: 'LastModifiedBy', ...fixed },
    { name: 'SystemModstamp', type: 'datetime', ...fixed },
    { name: 'LastActivityDate', type: 'date', ...viewed },
    { name: 'LastViewedDate', type: 'datetime', ...viewed },
    { name: 'LastReferencedDate', type: 'datetime', ...viewed },
  ]
}

/** Each type that a field of a describe can have. */
export const FIELD_TYPES: readonly string[] =
  `string picklist multipicklist combobox reference base64 boolean currency textarea int double percent phone id date
datetime time url email encryptedstring datacategorygroupreference location address anyType complexvalue long`.split(
    /\s+/,
  )

/** What a field of the configuration may have. */
const PROPERTIES =
  `label type length precision scale digits required defaulted createable updateable to relationship values restricted
default externalId idLookup unique caseSensitive filterable sortable groupable aggregatable calculated autoNumber compound nameField html
encrypted cascade restrictDelete childRelationship`.split(/\s+/)

/** @throws SANDBOX_BAD_CONFIG for a type or a property that there is not */
function checkField(object: string, name: string, field: object & { readonly type?: string }): void {
  if (!FIELD_TYPES.includes(field.type ?? '')) {
    const message = `${object}.${name} is of the type '${field.type}', which there is not.`
    throw new SandboxError('SANDBOX_BAD_CONFIG', message, `There are: ${FIELD_TYPES.join(', ')}.`)
  }
  const unknown = Object.keys(field).find((property) => property !== 'name' && !PROPERTIES.includes(property))
  if (unknown === undefined) return
  const message = `${object}.${name} has '${unknown}', which no field has.`
  throw new SandboxError('SANDBOX_BAD_CONFIG', message, `A field has: ${PROPERTIES.join(', ')}.`)
}
