import type { World } from '../world/world.js'

/** What is told of a delivery beside its attempts: that it was given up, or is about to be sent while faults are on. */
export const DROPPED = 'delivery dropped'
export const TRIED = 'delivery tried'

/** Tells that something fell due and was done. */
export function observeJob(world: World, job: string, id: string): void {
  const { observers } = world.sandbox
  if (observers.none) return
  observers.tell({ kind: 'job', world: world.name, sequence: world.nextSequence(), at: world.clock.now(), job, id })
}
