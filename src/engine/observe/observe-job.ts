import type { World } from '../world/world.js'

/** Tells that something fell due and was done. */
export function observeJob(world: World, job: string, id: string): void {
  const { observers } = world.sandbox
  if (observers.none) return
  observers.tell({ kind: 'job', world: world.name, sequence: world.nextSequence(), at: world.clock.now(), job, id })
}
