import { packLines, unpackLines } from '../world/packed-lines.js'
import { readSnapshotLines, snapshotLines } from '../world/snapshot-file.js'
import type { SnapshotShelf } from '../world/snapshots.js'
import type { SnapshotStore } from './journal.js'

/** Snapshots that last with the state, each as the file that `standin snapshot save --to` writes. */
export function storedSnapshots(store: SnapshotStore): SnapshotShelf {
  return {
    names: () => store.names(),
    read: (name) => {
      const what = `The snapshot '${name}'`
      return readSnapshotLines(unpackLines(store.read(name), what), what)
    },
    write: (name, snapshot) => store.write(name, packLines(snapshotLines(snapshot))),
    remove: (name) => store.remove(name),
  }
}
