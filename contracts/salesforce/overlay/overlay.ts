import type { RawChild, RawField } from '../catalogue/model.js'

/** What the sources do not say of an object, or say wrongly. */
export interface ObjectOverlay {
  label?: string
  plural?: string
  prefix?: string
  not?: string
  can?: string
  /** Fields that are not there unless a feature is switched on. */
  without?: string[]
  fields?: Record<string, FieldPatch>
  children?: RawChild[]
}

/** Parts of a field; null or undefined takes away what the rules said. */
export type FieldPatch = { [K in keyof RawField]?: RawField[K] | undefined }
