import { command } from '../command.js'

export const removeSnapshot = command({
  run: ({ control, params }) => {
    const name = params.snapshot ?? ''
    control.sandbox.snapshots.remove(name)
    return { removed: name }
  },
})
