import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'
import { worldView } from '../views.js'

/** Gives a world the state of a snapshot that was kept. */
export const restoreSnapshot = command({
  run: ({ control, params }) => {
    const { world: into = '', snapshot: name = '' } = params
    const { sandbox } = control
    const world = sandbox.restoreWorld(into, sandbox.snapshots.get(name))
    observeCommand(world, 'snapshot restore', { snapshot: name })
    return worldView(world)
  },
})
