import { z } from 'zod'
import type { Snapshot } from '../world/snapshot.js'
import { moment } from './views.js'

export const snapshotName = z.string().regex(/^[a-z0-9][\w.-]{0,63}$/i, 'write a name of letters, digits, dots, dashes')

export type SnapshotView = ReturnType<typeof snapshotView>

export function snapshotView(name: string, snapshot: Snapshot) {
  let rows = 0
  for (const [table, { size }] of snapshot.tables) if (table.includes('/')) rows += size
  return {
    name,
    world: snapshot.world,
    now: moment(snapshot.clock.now),
    frozen: snapshot.clock.frozen,
    vendors: snapshot.vendors.map((vendor) => vendor.name),
    rows,
  }
}
