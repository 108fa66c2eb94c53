import type {
  Catalogue,
  ChildRelationship,
  Field,
  FieldType,
  SObject,
} from '../../../../../mocks/salesforce/catalogue/catalogue.js'

/** `Name:string`, `AccountId:reference(Account)->Account`; flags behind it are Field's. */
export function field(spec: string, more: Partial<Field> = {}): Field {
  const match = /^(\w+):(\w+)(?:\(([\w,]+)\))?(?:->(\w+))?$/.exec(spec)
  if (!match) throw new Error(`Not a field: ${spec}`)
  const [, name = '', type = 'string', targets, relationshipName] = match
  return {
    name,
    label: name,
    type: type as FieldType,
    length: 255,
    precision: 0,
    scale: 0,
    digits: 0,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    defaultValue: null,
    referenceTo: targets ? targets.split(',') : [],
    relationshipName: relationshipName ?? null,
    picklistValues: [],
    restrictedPicklist: false,
    externalId: false,
    idLookup: false,
    unique: false,
    caseSensitive: false,
    filterable: true,
    sortable: true,
    groupable: type !== 'datetime' && type !== 'textarea',
    aggregatable: type !== 'textarea',
    calculated: false,
    autoNumber: false,
    compoundFieldName: null,
    nameField: name === 'Name',
    custom: name.endsWith('__c'),
    htmlFormatted: false,
    encrypted: false,
    cascadeDelete: false,
    restrictedDelete: false,
    ...more,
  }
}

export function picklist(name: string, ...values: string[]): Field {
  const picklistValues = values.map((value) => ({ value, label: value, active: true, defaultValue: false }))
  return field(`${name}:picklist`, { picklistValues })
}

export function sobject(
  name: string,
  keyPrefix: string,
  own: readonly Field[],
  children: readonly (readonly [relationship: string, object: string, field: string])[] = [],
): SObject {
  const fields = [
    field('Id:id', { idLookup: true }),
    field('IsDeleted:boolean', { nillable: false }),
    field('CreatedDate:datetime'),
    ...own,
  ]
  const byName = new Map(fields.map((one) => [one.name.toLowerCase(), one]))
  const childRelationships = children.map(([relationshipName, childSObject, fieldName]): ChildRelationship => {
    return { childSObject, field: fieldName, relationshipName, cascadeDelete: false, restrictedDelete: false }
  })
  const flags = {
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    queryable: true,
    retrieveable: true,
    searchable: true,
    replicateable: true,
    layoutable: true,
    triggerable: true,
    mergeable: true,
    mruEnabled: true,
    feedEnabled: false,
  }
  return {
    ...flags,
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    custom: name.endsWith('__c'),
    fields,
    childRelationships,
    field: (wanted) => byName.get(wanted.toLowerCase()),
    parent: (wanted) => fields.find((one) => one.relationshipName?.toLowerCase() === wanted.toLowerCase()),
    children: (wanted) =>
      childRelationships.find((one) => one.relationshipName?.toLowerCase() === wanted.toLowerCase()),
  }
}

export function catalogue(...objects: readonly SObject[]): Catalogue {
  return {
    object: (name) => objects.find((object) => object.name.toLowerCase() === name.toLowerCase()),
    objectOfId: (id) => objects.find((object) => object.keyPrefix === id.slice(0, 3)),
    objects: () => objects,
  }
}
