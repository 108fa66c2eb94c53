import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import type { FieldValue, RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'

/** A row before it is written. */
export type Draft = { id: string; Id: string } & { [field: string]: FieldValue | undefined }

export interface Saving {
  readonly world: SalesforceWorld
  readonly actor: Actor
  readonly object: SObject
  /** The row as it was; absent for a new one. */
  readonly before: RecordRow | undefined
  readonly draft: Draft
}

/** What one object does beside what every object does. */
export interface ObjectRule {
  /** Checks the draft and fills in what follows of it. @throws the object's own errors (400) */
  readonly prepare?: (saving: Saving) => void
  /** What follows in other rows, once it is written. */
  readonly saved?: (saving: Saving) => void
  /** @throws where it cannot be deleted */
  readonly deleting?: (world: SalesforceWorld, row: RecordRow) => void
  /** What follows of a deletion in other rows. */
  readonly deleted?: (world: SalesforceWorld, row: RecordRow) => void
}
