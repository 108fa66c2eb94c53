import type { Row } from '../../../src/engine/kit.js'
import type { Day } from '../history/dates.js'

/** A day off, or a part of one, that was requested. Quantity in hours. */
export interface TimeOffRow extends Row {
  readonly worker: string
  /** Reference id of its type. */
  readonly type: string
  readonly date: Day
  readonly quantity: number
  readonly comment?: string
  /** WID of the event it was requested with. */
  readonly request: string
}
