import type { Table } from '../world/table.js'
import type { World } from '../world/world.js'

export interface VendorTable {
  readonly vendor: string
  /** The account inside the world; empty for the main one. */
  readonly scope: string
  readonly name: string
  readonly table: Table
}

/** A world's tables, without those that the engine keeps for itself (their names have no slash). */
export function vendorTables(world: World): VendorTable[] {
  return world.allTables.flatMap((table) => {
    const [vendor, scope, ...rest] = table.name.split('/')
    if (vendor === undefined || scope === undefined || rest.length === 0) return []
    return [{ vendor, scope, name: rest.join('/'), table }]
  })
}
