import { observeCommand } from '../observe/observe-command.js'
import type { Sandbox } from '../sandbox.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from './world.js'

/** Worlds that unminted keys may open, so that a program in a loop cannot fill the memory. */
const MOST_ADOPTED_WORLDS = 100

/** Opens worlds for test credentials that nobody minted, where `openKeys` allows it. */
export class Adoption {
  private readonly sandbox: Sandbox
  private count = 0

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
  }

  open(runtime: VendorRuntime, credential: string): World | undefined {
    const { sandbox } = this
    const { adopt } = runtime.definition.credentials
    if (!sandbox.options.openKeys || !adopt || this.count >= MOST_ADOPTED_WORLDS) return undefined
    let number = this.count + 1
    while (sandbox.worlds.has(`open-${number}`)) number++
    const name = `open-${number}`
    const world = sandbox.createWorld(name)
    const taken = world.transact('adopt a key', undefined, () =>
      adopt.call(runtime.definition.credentials, credential, world.view(runtime, '')),
    )
    if (!taken) {
      sandbox.removeWorld(name)
      return undefined
    }
    observeCommand(world, 'adopt', { vendor: runtime.name, credential })
    this.count++
    return world
  }
}
