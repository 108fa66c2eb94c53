import { packLines } from '../../world/packed-lines.js'
import { snapshotLines } from '../../world/snapshot-file.js'
import { command } from '../command.js'
import { FileAnswer } from '../file-answer.js'

/** A world's state as a file: its secrets are in there. */
export const readSnapshot = command({
  run: ({ world }) => {
    const snapshot = world.snapshot()
    try {
      return new FileAnswer(`${world.name}.snapshot`, packLines(snapshotLines(snapshot)))
    } finally {
      snapshot.files.close()
    }
  },
})
