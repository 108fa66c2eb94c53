import type { ResourceRow } from '../resources/row.js'

/** Somebody who waits for an email of an automation. */
export interface AutomationQueueEntry extends ResourceRow {
  readonly hash: string
  readonly email: string
  readonly list: string
  /** When it is sent, as on the wire. */
  readonly nextSend: string
  readonly done: boolean
}
