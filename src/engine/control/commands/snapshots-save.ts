import { z } from 'zod'
import { command } from '../command.js'
import { snapshotName, snapshotView } from '../snapshots.js'

const body = z.strictObject({ name: snapshotName })

/** Keeps a world's state by name until the sandbox ends, or for as long as its state; one of that name before it goes. */
export const saveSnapshot = command({
  body,
  run: ({ control, world, body: { name } }) => {
    const snapshot = world.snapshot()
    control.sandbox.snapshots.save(name, snapshot)
    return snapshotView(name, snapshot)
  },
})
