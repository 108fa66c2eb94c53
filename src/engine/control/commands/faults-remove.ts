import { SandboxError } from '../../errors.js'
import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'

export const removeFault = command({
  run: ({ control, world, params }) => {
    const id = params.id ?? ''
    const own = control.sandbox.faults.list(world.name).some((fault) => fault.id === id)
    if (!own || !control.sandbox.faults.remove(id)) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `The world '${world.name}' has no fault '${id}'.`, 'List them first.')
    }
    observeCommand(world, 'faults remove', { id })
    return { removed: id }
  },
})
