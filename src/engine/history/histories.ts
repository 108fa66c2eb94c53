import type { Sandbox } from '../sandbox.js'
import type { World } from '../world/world.js'
import { History } from './history.js'

/** The history of each world of a sandbox: begun anew when a world is emptied, gone when it is removed. */
export class Histories {
  private readonly sandbox: Sandbox
  private readonly kept = new Map<World, History>()

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
    for (const world of sandbox.worlds.values()) this.begin(world)
    sandbox.onWorld((world) => this.begin(world))
  }

  of(world: World): History {
    return this.kept.get(world) ?? this.begin(world)
  }

  private begin(world: World): History {
    for (const [old, history] of this.kept) {
      if (this.sandbox.worlds.get(old.name) === old) continue
      history.stop()
      this.kept.delete(old)
    }
    const history = new History(world)
    this.kept.set(world, history)
    return history
  }
}
