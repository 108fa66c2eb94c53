import type { ResourceRow } from './row.js'

/** A resource that is kept as it is on the wire, without its links. */
export interface ApiResource extends ResourceRow {
  readonly wire: Readonly<Record<string, unknown>>
}
