import type { Sandbox } from '../sandbox.js'
import type { World } from '../world/world.js'

/** Keeps a listener on the world of this name, also when a reset puts another in its place. Returns the way to stop. */
export function followWorld(sandbox: Sandbox, world: World, listen: (world: World) => () => void): () => void {
  let stop = listen(world)
  const leave = sandbox.onWorld((made) => {
    if (made.name !== world.name) return
    stop()
    stop = listen(made)
  })
  return () => {
    leave()
    stop()
  }
}
