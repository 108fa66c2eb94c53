/** A field as it is written to the catalogue. What is absent is what most fields of its type have. */
export interface RawField {
  name: string
  label?: string
  type: string
  /** Characters. */
  length?: number
  precision?: number
  scale?: number
  digits?: number
  /** Never null. */
  required?: true
  /** Set by the platform where a client says nothing. */
  defaulted?: true
  /** False: a client cannot set it on a new row. */
  createable?: false
  updateable?: false
  /** Objects that it may point to. */
  to?: string[]
  /** Name of the parent in a path. */
  relationship?: string | null
  /** Values of a picklist; one that ends in `*` is the default. */
  values?: string[]
  restricted?: true
  default?: string | number | boolean
  externalId?: true
  idLookup?: true
  unique?: true
  caseSensitive?: true
  filterable?: boolean
  sortable?: boolean
  groupable?: boolean
  aggregatable?: boolean
  calculated?: true
  autoNumber?: true
  compound?: string | null
  nameField?: boolean
  html?: true
  encrypted?: true
  cascade?: true
  restrictDelete?: true
}

export interface RawChild {
  object: string
  field: string
  relationship?: string
}

export interface RawObject {
  name: string
  label?: string
  plural?: string
  prefix?: string
  /** Letters of what cannot be done: C create, U update, D delete, Q query, R retrieve, N undelete. */
  not?: string
  /** Letters of what can be done beside: S search, L layouts, T triggers, M merge, V recently viewed, F feeds, P replicate. */
  can?: string
  fields: RawField[]
  /** Names of the relationships to its children; those without a name follow from the references. */
  children?: RawChild[]
}

/** contracts/generated/salesforce-objects.json. */
export interface CatalogueFile {
  source: string
  objects: RawObject[]
}
