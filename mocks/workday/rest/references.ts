import type { WorkdayWorld } from '../world.js'

export interface Reference {
  readonly id: string
  readonly descriptor: string
  readonly href?: string
}

/** `{id, descriptor}` of what has a name; undefined where there is none. */
export function named(row: { readonly id: string; readonly name: string } | undefined): Reference | undefined {
  return row && { id: row.id, descriptor: row.name }
}

export function workerReference(world: WorkdayWorld, wid: string | undefined): Reference | undefined {
  return wid === undefined ? undefined : { id: wid, descriptor: world.workerName(wid) }
}
