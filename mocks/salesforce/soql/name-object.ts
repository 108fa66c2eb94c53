import type { Field, FieldType, SObject } from '../catalogue/catalogue.js'

/** The fields that every parent behind a polymorphic reference is seen through. */
const FIELDS: readonly (readonly [string, FieldType])[] = [
  ['Id', 'id'],
  ['Name', 'string'],
  ['FirstName', 'string'],
  ['LastName', 'string'],
  ['Type', 'string'],
  ['Alias', 'string'],
  ['Email', 'email'],
  ['Phone', 'phone'],
  ['Title', 'string'],
  ['Username', 'string'],
  ['IsActive', 'boolean'],
  ['ProfileId', 'reference'],
  ['UserRoleId', 'reference'],
  ['RecordTypeId', 'reference'],
]

/**
 * What stands for a parent of more than one type. @source
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm (read 2026-11)
 */
export const nameObject: SObject = objectOf(
  'Name',
  FIELDS.map(([name, type]) => fieldOf(name, type)),
)

function fieldOf(name: string, type: FieldType): Field {
  return {
    name,
    label: name,
    type,
    length: 255,
    precision: 0,
    scale: 0,
    digits: 0,
    nillable: true,
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
    defaultValue: null,
    referenceTo: [],
    relationshipName: null,
    picklistValues: [],
    restrictedPicklist: false,
    externalId: false,
    idLookup: false,
    unique: false,
    caseSensitive: false,
    filterable: true,
    sortable: true,
    groupable: true,
    aggregatable: true,
    calculated: false,
    autoNumber: false,
    compoundFieldName: null,
    nameField: name === 'Name',
    custom: false,
    htmlFormatted: false,
    encrypted: false,
    cascadeDelete: false,
    restrictedDelete: false,
  }
}

function objectOf(name: string, fields: readonly Field[]): SObject {
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]))
  const never = {
    createable: false,
    updateable: false,
    deletable: false,
    undeletable: false,
    retrieveable: false,
    searchable: false,
    replicateable: false,
    layoutable: false,
    triggerable: false,
    mergeable: false,
    mruEnabled: false,
    feedEnabled: false,
    custom: false,
  }
  return {
    ...never,
    name,
    label: name,
    labelPlural: name,
    keyPrefix: null,
    queryable: true,
    fields,
    childRelationships: [],
    field: (field) => byName.get(field.toLowerCase()),
    parent: () => undefined,
    children: () => undefined,
  }
}
