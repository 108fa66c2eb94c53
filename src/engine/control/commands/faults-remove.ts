import { SandboxError } from '../../errors.js'
import { nearest } from '../../nearest.js'
import { command } from '../command.js'

export const removeFault = command({
  run: ({ world, params }) => {
    const id = params.id ?? ''
    if (world.faults.remove(id)) return { removed: id }
    const known = world.faults.list().map((fault) => fault.id)
    const meant = nearest(id, known)
    const remedy = meant
      ? `Did you mean '${meant}'?`
      : known.length > 0
        ? `It has: ${known.join(', ')}.`
        : 'It has none.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `The world '${world.name}' has no fault '${id}'.`, remedy)
  },
})
