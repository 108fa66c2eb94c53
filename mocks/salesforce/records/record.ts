import type { Row } from '../../../src/engine/kit.js'

/** What a field can hold in a row. Dates and times are text as on the wire: `2026-01-01T00:00:00.000+0000`, `2026-01-01`, `10:00:00.000Z`. */
export type FieldValue = string | number | boolean | null

/**
 * A record: its fields by canonical name, where an absent field is null. `id` and `Id` are both the 18-character id. A deleted
 * record stays in its table with IsDeleted true until the recycle bin is emptied. Compound fields (addresses) are not held: they
 * are made of their parts when a record is rendered. What a base64 field holds lies in the table `_blob`, by `<id>/<field>`.
 */
export interface RecordRow extends Row {
  readonly Id: string
  readonly IsDeleted?: boolean
  readonly SystemModstamp?: string
  readonly [field: string]: FieldValue | undefined
}
