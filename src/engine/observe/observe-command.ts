import type { World } from '../world/world.js'

/** Tells whoever looks on that a person or a test did something to a world: once it is done, before what follows of it. */
export function observeCommand(world: World, name: string, input: Readonly<Record<string, unknown>> = {}): void {
  const { observers } = world.sandbox
  if (observers.none) return
  observers.tell({
    kind: 'command',
    world: world.name,
    sequence: world.nextSequence(),
    at: world.clock.now(),
    name,
    input,
  })
}
