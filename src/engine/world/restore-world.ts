import { SandboxError } from '../errors.js'
import type { Sandbox } from '../sandbox.js'
import type { Snapshot } from './snapshot.js'
import { type LoadOptions, loadSnapshot } from './take-snapshot.js'
import { World } from './world.js'

/** A world with the state of a snapshot, which is in no sandbox's list yet. */
export function worldFrom(sandbox: Sandbox, name: string, snapshot: Snapshot, options: LoadOptions): World {
  const world = new World(sandbox, { name, seed: snapshot.seed, frozen: true, at: snapshot.clock.now })
  loadSnapshot(world, snapshot, options)
  return world
}

/** Puts a snapshot's state into a new world that keeps its own claims, and lets vendors make it credentials of its own. */
export function fillFork(world: World, snapshot: Snapshot): World {
  loadSnapshot(world, snapshot, { keepClaims: true })
  world.transact('renew credentials', undefined, () => {
    for (const runtime of world.sandbox.vendors) runtime.definition.credentials.renew?.(world.view(runtime, ''))
  })
  return world
}

/** The ids of the claims that a snapshot holds. */
export function claimsOf(snapshot: Snapshot): readonly string[] {
  return (snapshot.tables.get('claims')?.all() ?? []).map(({ id }) => id)
}

export function claimsTaken(name: string, owner: World): SandboxError {
  return new SandboxError(
    'SANDBOX_CONFLICT',
    `The snapshot's credentials are those of the world '${owner.name}', which is there too.`,
    `Restore it there, or remove that world first. A copy with its own: standin world new ${name} --like ${owner.name}.`,
  )
}
