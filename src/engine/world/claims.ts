import type { Change } from './table.js'
import type { World } from './world.js'

/** Which world a claim (a key, a page id) leads to; of a claim there is one in a sandbox. */
export class Claims {
  private readonly worlds = new Map<string, World>()

  /** The world of the first claim that leads to one. */
  find(vendor: string, claims: readonly string[]): World | undefined {
    for (const claim of claims) {
      const world = this.worlds.get(`${vendor}\0${claim}`)
      if (world) return world
    }
    return undefined
  }

  /** Called at commit. */
  changed(world: World, change: Change): void {
    if (change.after) this.worlds.set(change.id, world)
    else if (this.worlds.get(change.id) === world) this.worlds.delete(change.id)
  }

  /** Those of a world that was filled otherwise than by its own transactions. */
  take(world: World): void {
    for (const { id } of world.claims.all()) this.worlds.set(id, world)
  }

  forget(world: World): void {
    for (const [claim, owner] of this.worlds) if (owner === world) this.worlds.delete(claim)
  }

  /** Another world that one of these ids leads to. */
  taken(ids: readonly string[], but: string): World | undefined {
    for (const id of ids) {
      const owner = this.worlds.get(id)
      if (owner && owner.name !== but) return owner
    }
    return undefined
  }
}
