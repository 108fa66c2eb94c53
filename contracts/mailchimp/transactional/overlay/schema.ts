import { refTo, type Schema } from '../../../document.js'

/** What the overlay says of one operation. Names are those of the wire. */
export interface OverlayOperation {
  /** Fields of the body that must be there. */
  readonly needs?: readonly string[]
  /** Fields that the source lacks, or describes otherwise than they are. */
  readonly body?: Readonly<Record<string, Schema>>
  readonly answer: Schema
}

/** By path behind /api/1.0/. */
export type Overlay = Readonly<Record<string, OverlayOperation>>

/** A component of this overlay. */
export function named(name: string): Schema {
  return refTo(`Mandrill.${name}`)
}
