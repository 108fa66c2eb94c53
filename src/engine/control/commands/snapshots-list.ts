import { command } from '../command.js'
import { snapshotView } from '../snapshots.js'

/** The snapshots that are kept by name, of every world. */
export const listSnapshots = command({
  run: ({ control }) => ({
    snapshots: control.sandbox.snapshots.list().map(([name, snapshot]) => snapshotView(name, snapshot)),
  }),
})
