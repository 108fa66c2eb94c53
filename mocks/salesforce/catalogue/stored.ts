/** A field as contracts/generated/salesforce-objects.json has it: what is absent is what most fields of its type have. */
export interface StoredField {
  readonly name: string
  readonly label?: string
  readonly type: string
  readonly length?: number
  readonly precision?: number
  readonly scale?: number
  readonly digits?: number
  readonly required?: boolean
  readonly defaulted?: boolean
  readonly createable?: boolean
  readonly updateable?: boolean
  readonly to?: readonly string[]
  readonly relationship?: string | null
  readonly values?: readonly string[]
  readonly restricted?: boolean
  readonly default?: string | number | boolean
  readonly externalId?: boolean
  readonly idLookup?: boolean
  readonly unique?: boolean
  readonly caseSensitive?: boolean
  readonly filterable?: boolean
  readonly sortable?: boolean
  readonly groupable?: boolean
  readonly aggregatable?: boolean
  readonly calculated?: boolean
  readonly autoNumber?: boolean
  readonly compound?: string | null
  readonly nameField?: boolean
  readonly html?: boolean
  readonly encrypted?: boolean
  readonly cascade?: boolean
  readonly restrictDelete?: boolean
}

export interface StoredChild {
  readonly object: string
  readonly field: string
  readonly relationship?: string
}

export interface StoredObject {
  readonly name: string
  readonly label?: string | undefined
  readonly plural?: string | undefined
  readonly prefix?: string
  readonly not?: string | undefined
  readonly can?: string | undefined
  readonly fields: readonly StoredField[]
  readonly children?: readonly StoredChild[] | undefined
}
