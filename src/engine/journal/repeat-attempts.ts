import type { World } from '../world/world.js'

/** After a restart. */
export const CUT =
  'The sandbox ended while this was sent; it may have arrived. It is repeated after the restart, with the same event id.'

/** Says of deliveries of which nobody knows whether they came that they are sent again, and why. Gives how many there are. */
export function repeatCutAttempts(world: World, tries: ReadonlyMap<string, number>, why: string): number {
  const { table } = world.deliveries
  const cut = [...tries].flatMap(([id, at]) => {
    const row = table.find(id)
    return row ? [{ row, at }] : []
  })
  if (cut.length === 0) return 0
  world.transact('repeat what was cut off', undefined, () => {
    for (const { row, at } of cut) {
      table.put({ ...row, attempts: [...row.attempts, { at, error: why, cut: true }] })
    }
  })
  return cut.filter(({ row }) => row.state === 'pending').length
}
