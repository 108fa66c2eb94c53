import type { Snapshot } from '../world/snapshot.js'
import { standingTable } from '../world/snapshot.js'
import { snapshotLines } from '../world/snapshot-file.js'
import type { JournalRecord, RowImage } from './journal.js'

/** Rows in one record. */
const ROWS = 200

interface WorldNow {
  readonly snapshot: Snapshot
  readonly files: number
  readonly tries: readonly (readonly [delivery: string, at: number])[]
}

/** Worlds as records of moderate size: each empty first, then its rows. */
export function* baseOf(start: JournalRecord, worlds: readonly WorldNow[]): Generator<JournalRecord> {
  yield start
  for (const { snapshot, files, tries } of worlds) {
    const { world } = snapshot
    yield { kind: 'world', world, files, lines: [...snapshotLines({ ...snapshot, tables: emptied(snapshot) })] }
    for (const [name, table] of snapshot.tables) {
      const { entries } = table.image
      for (let at = 0; at < entries.length; at += ROWS) {
        const rows = entries.slice(at, at + ROWS).map(({ seq, row }): RowImage => [name, seq, row])
        yield { kind: 'commit', world, rows }
      }
    }
    for (const [delivery, at] of tries) yield { kind: 'attempt', world, delivery, at }
  }
}

function emptied({ tables }: Snapshot): Snapshot['tables'] {
  return new Map(
    [...tables].map(([name, table]) => {
      const empty = standingTable(name)
      empty.skipTo(table.image.next)
      return [name, empty]
    }),
  )
}
