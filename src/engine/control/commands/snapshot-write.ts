import { observeCommand } from '../../observe/observe-command.js'
import { unpackLines } from '../../world/packed-lines.js'
import { readSnapshotLines } from '../../world/snapshot-file.js'
import { command } from '../command.js'
import { worldView } from '../views.js'

/** Gives a world the state of a snapshot out of a file. */
export const writeSnapshot = command({
  run: ({ control, params, bytes }) => {
    const what = 'The snapshot'
    const snapshot = readSnapshotLines(unpackLines(bytes, what), what)
    try {
      const world = control.sandbox.restoreWorld(params.world ?? '', snapshot)
      observeCommand(world, 'snapshot restore', { snapshot: snapshot.world })
      return worldView(world)
    } finally {
      snapshot.files.close()
    }
  },
})
