import type { World } from '../world/world.js'

const CUT =
  'The sandbox ended while this was sent; it may have arrived. It is repeated after the restart, with the same event id.'

/** Says of deliveries that were being sent when the process ended that they are sent again. Gives how many there are. */
export function repeatCutAttempts(world: World, tries: ReadonlyMap<string, number>): number {
  const { table } = world.deliveries
  const cut = [...tries].flatMap(([id, at]) => {
    const row = table.find(id)
    return row ? [{ row, at }] : []
  })
  if (cut.length === 0) return 0
  world.transact('repeat after a restart', undefined, () => {
    for (const { row, at } of cut) {
      table.put({ ...row, attempts: [...row.attempts, { at, error: CUT, cut: true }] })
    }
  })
  return cut.filter(({ row }) => row.state === 'pending').length
}
