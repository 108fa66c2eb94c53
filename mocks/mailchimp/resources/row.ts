import type { Row } from '../../../src/engine/kit.js'

/** A row below another: its id is the ids on the path to it, put together with slashes. */
export interface ResourceRow extends Row {
  /** Key of the row above, empty at the top. */
  readonly parent: string
}

export function keyOf(...ids: readonly string[]): string {
  return ids.join('/')
}
