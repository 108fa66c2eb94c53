import { createHash } from 'node:crypto'
import type { World } from '../../src/engine/world/world.js'

/** Rows are frozen, and a change is another row: each is read once. */
const known = new WeakMap<object, string>()

/** A digest of all that a world keeps: every row of every table, in their order. Tables without rows do not count. */
export function digestOf(world: World): string {
  const whole = createHash('sha256')
  for (const table of world.allTables) {
    if (table.size === 0) continue
    whole.update(`\n${table.name}`)
    for (const row of table.all()) whole.update(digestOfRow(row))
  }
  return whole.digest('hex')
}

function digestOfRow(row: object): string {
  let digest = known.get(row)
  if (digest === undefined) {
    digest = createHash('sha256').update(JSON.stringify(row)).digest('hex')
    known.set(row, digest)
  }
  return digest
}
