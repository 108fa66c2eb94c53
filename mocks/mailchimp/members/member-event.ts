import type { ResourceRow } from '../resources/row.js'

/** What a member did elsewhere, as the account reported it. */
export interface MemberEvent extends ResourceRow {
  readonly name: string
  readonly occurred: string
  readonly properties: Readonly<Record<string, unknown>>
}
