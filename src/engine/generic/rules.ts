import type { Call } from '../call.js'
import type { Description } from '../description/description.js'
import type { Operation } from '../description/operation.js'
import type { Row } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'

/** How the generic behaviour speaks this vendor's dialect of create, list and delete. */
export interface GenericRules<W> {
  /** Fields of a new row that the vendor sets itself: created, livemode. */
  stamp(type: string, world: VendorWorld): Record<string, unknown>
  newId(type: string, world: VendorWorld): string
  /** The id that a request gives its new row itself, where it may. @throws VendorError where that is taken. */
  ownId?(call: Call, type: string, world: W): string | undefined
  /** What a new row of this type has where the request says nothing, beside what its description requires. */
  defaults?(type: string): Record<string, unknown>
  /** Rows of a type that the vendor itself keeps for everybody, put there when first asked for; what they leave out is the least that there can be. */
  standing?(type: string): readonly Row[] | undefined
  /** Of several types that a request may make, the one that it means. */
  meant?(call: Call, types: readonly string[]): string | undefined
  /** Whether an id has the form that those of a type have, so that `materializeIds` may make it. Default: none has. */
  wellFormed?(type: string, id: string): boolean
  /** Fields of a new row that follow from its others. */
  completes?(type: string, row: Readonly<Record<string, unknown>>, world: W): Readonly<Record<string, unknown>>
  /** The answer to a list, out of the rows. @throws VendorError for a bad cursor. */
  list(call: Call, rows: ListSource, world: W): unknown
  /** The answer to a deletion. */
  deleted(type: string, id: string): unknown
  /** Applies the vendor's rules of merging an update into a row (metadata). */
  merge(row: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown>
  /** Event types of the life of a row, as far as the vendor declares them. */
  event?(type: string, change: 'created' | 'updated' | 'deleted'): string | undefined
}

/**
 * For a vendor whose description does not name the types of its resources: what its paths say is the vendor's to know, and it
 * answers operations without a behaviour from the description itself.
 */
export interface OwnGeneric<W> {
  /** Why an operation cannot be answered so; undefined where it can. */
  refuses(operation: Operation, description: Description): string | undefined
  answer(call: Call, world: W): unknown
}

export interface ListSource {
  readonly type: string
  /** All that may be in it, where it lists several. */
  readonly types: readonly string[]
  readonly filter: ((row: { readonly id: string }) => boolean) | undefined
}
