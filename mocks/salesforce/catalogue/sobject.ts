import type { ChildRelationship, Field, SObject } from './catalogue.js'
import { fieldOf } from './field.js'
import { labelOf, pluralOf } from './names.js'
import type { StoredObject } from './stored.js'

/** How an object finds its children: asked for when they are needed, since that looks at every other object. */
export type ChildrenOf = (object: SObject) => readonly ChildRelationship[]

/** An object of the catalogue. Its fields are made when first asked for: an org has more than a thousand objects. */
export class CatalogueObject implements SObject {
  readonly name: string
  readonly custom: boolean
  private readonly stored: StoredObject
  private readonly childrenOf: ChildrenOf
  private fieldsMemo: readonly Field[] | undefined
  private childrenMemo: readonly ChildRelationship[] | undefined
  private byName: Map<string, Field> | undefined
  private byParent: Map<string, Field> | undefined
  private byChild: Map<string, ChildRelationship> | undefined

  constructor(stored: StoredObject, childrenOf: ChildrenOf) {
    this.stored = stored
    this.childrenOf = childrenOf
    this.name = stored.name
    this.custom = /__[a-z]+$/i.test(stored.name)
  }

  get label(): string {
    return this.stored.label ?? labelOf(this.name)
  }
  get labelPlural(): string {
    return this.stored.plural ?? pluralOf(this.label)
  }
  get keyPrefix(): string | null {
    return this.stored.prefix ?? null
  }
  get createable(): boolean {
    return this.allows('C')
  }
  get updateable(): boolean {
    return this.allows('U')
  }
  get deletable(): boolean {
    return this.allows('D')
  }
  get queryable(): boolean {
    return this.allows('Q')
  }
  get retrieveable(): boolean {
    return this.allows('R')
  }
  get undeletable(): boolean {
    return this.allows('N')
  }
  get searchable(): boolean {
    return this.has('S')
  }
  get layoutable(): boolean {
    return this.has('L')
  }
  get triggerable(): boolean {
    return this.has('T')
  }
  get mergeable(): boolean {
    return this.has('M')
  }
  get mruEnabled(): boolean {
    return this.has('V')
  }
  get feedEnabled(): boolean {
    return this.has('F')
  }
  get replicateable(): boolean {
    return this.has('P')
  }

  get fields(): readonly Field[] {
    this.fieldsMemo ??= this.stored.fields.map(fieldOf)
    return this.fieldsMemo
  }

  get childRelationships(): readonly ChildRelationship[] {
    this.childrenMemo ??= this.childrenOf(this)
    return this.childrenMemo
  }

  field(name: string): Field | undefined {
    // Most names are written as they are: only others cost their lower case.
    this.byName ??= new Map(
      this.fields.flatMap((field) => [[field.name, field] as const, [field.name.toLowerCase(), field] as const]),
    )
    return this.byName.get(name) ?? this.byName.get(name.toLowerCase())
  }

  parent(relationshipName: string): Field | undefined {
    this.byParent ??= new Map(
      this.fields.flatMap((field) => (field.relationshipName ? [[field.relationshipName.toLowerCase(), field]] : [])),
    )
    return this.byParent.get(relationshipName.toLowerCase())
  }

  children(relationshipName: string): ChildRelationship | undefined {
    this.byChild ??= new Map(
      this.childRelationships.flatMap((child) =>
        child.relationshipName ? [[child.relationshipName.toLowerCase(), child]] : [],
      ),
    )
    return this.byChild.get(relationshipName.toLowerCase())
  }

  private allows(letter: string): boolean {
    return !this.stored.not?.includes(letter)
  }

  /** Objects of which nothing is said are like most: searched and laid out. */
  private has(letter: string): boolean {
    return (this.stored.can ?? (this.custom ? 'SLTVFP' : 'LTP')).includes(letter)
  }
}
