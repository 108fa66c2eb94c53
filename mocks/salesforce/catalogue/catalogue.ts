/** The 26 types of a field that a describe can name. */
export type FieldType =
  | 'string'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'base64'
  | 'boolean'
  | 'currency'
  | 'textarea'
  | 'int'
  | 'double'
  | 'percent'
  | 'phone'
  | 'id'
  | 'date'
  | 'datetime'
  | 'time'
  | 'url'
  | 'email'
  | 'encryptedstring'
  | 'datacategorygroupreference'
  | 'location'
  | 'address'
  | 'anyType'
  | 'complexvalue'
  | 'long'

export interface PicklistValue {
  readonly value: string
  readonly label: string
  readonly active: boolean
  readonly defaultValue: boolean
}

/** A field, as a describe has it; what is left out there is made from these when it is rendered. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly type: FieldType
  /** Characters; 0 where the type has none. */
  readonly length: number
  /** Digits in all of a double, currency or percent; 0 elsewhere. */
  readonly precision: number
  /** Digits behind the point. */
  readonly scale: number
  /** Digits of an int; 0 elsewhere. */
  readonly digits: number
  readonly nillable: boolean
  readonly createable: boolean
  readonly updateable: boolean
  readonly defaultedOnCreate: boolean
  readonly defaultValue: string | number | boolean | null
  /** Names of the objects it may point to; more than one: polymorphic. */
  readonly referenceTo: readonly string[]
  /** Name of the parent in a path: `Account` for `AccountId`. */
  readonly relationshipName: string | null
  readonly picklistValues: readonly PicklistValue[]
  readonly restrictedPicklist: boolean
  readonly externalId: boolean
  readonly idLookup: boolean
  readonly unique: boolean
  readonly caseSensitive: boolean
  readonly filterable: boolean
  readonly sortable: boolean
  readonly groupable: boolean
  readonly aggregatable: boolean
  readonly calculated: boolean
  readonly autoNumber: boolean
  /** Name of the compound field that it is a part of: `BillingAddress` for `BillingCity`, `Name` for `LastName`. */
  readonly compoundFieldName: string | null
  readonly nameField: boolean
  readonly custom: boolean
  readonly htmlFormatted: boolean
  readonly encrypted: boolean
  /** The parent's deletion deletes this row. */
  readonly cascadeDelete: boolean
  /** The parent cannot be deleted while this row points to it. */
  readonly restrictedDelete: boolean
}

/** The other end of a reference: rows of `childSObject` whose `field` points here. */
export interface ChildRelationship {
  readonly childSObject: string
  readonly field: string
  /** Name in a subquery; null: it cannot be queried from here. */
  readonly relationshipName: string | null
  readonly cascadeDelete: boolean
  readonly restrictedDelete: boolean
}

export interface SObject {
  readonly name: string
  readonly label: string
  readonly labelPlural: string
  /** First three characters of its ids; null where it has none of its own. */
  readonly keyPrefix: string | null
  readonly custom: boolean
  readonly createable: boolean
  readonly updateable: boolean
  readonly deletable: boolean
  readonly undeletable: boolean
  readonly queryable: boolean
  readonly retrieveable: boolean
  readonly searchable: boolean
  readonly replicateable: boolean
  readonly layoutable: boolean
  readonly triggerable: boolean
  readonly mergeable: boolean
  readonly mruEnabled: boolean
  readonly feedEnabled: boolean
  /** In the order of a describe. */
  readonly fields: readonly Field[]
  readonly childRelationships: readonly ChildRelationship[]
  /** Case-insensitive. */
  field(name: string): Field | undefined
  /** The reference field of a parent's name in a path: `Account` gives AccountId. Case-insensitive. */
  parent(relationshipName: string): Field | undefined
  /** The child relationship of a subquery's name. Case-insensitive. */
  children(relationshipName: string): ChildRelationship | undefined
}

/** The objects of an org: the standard ones, and those that the config adds. */
export interface Catalogue {
  /** Case-insensitive. */
  object(name: string): SObject | undefined
  /** By the first three characters of an id. */
  objectOfId(id: string): SObject | undefined
  /** In the order of describe global. */
  objects(): readonly SObject[]
}
