import { SandboxError } from '../../errors.js'
import { DEFAULT_WORLD } from '../../sandbox.js'
import { command } from '../command.js'

export const removeWorld = command({
  run: ({ control, world }) => {
    if (world.name === DEFAULT_WORLD) {
      const remedy = 'Reset it instead, or remove another one.'
      throw new SandboxError('SANDBOX_CONFLICT', `The world '${DEFAULT_WORLD}' always exists.`, remedy)
    }
    control.forwards.drop(world)
    control.sandbox.faults.clear(world.name)
    control.sandbox.removeWorld(world.name)
    return { removed: world.name }
  },
})
