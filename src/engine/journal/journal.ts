import type { FaultRecord } from '../faults/active-fault.js'
import type { LimiterState } from '../rate-limit.js'
import type { Files } from '../world/files.js'
import type { RandomState } from '../world/random.js'
import type { Row } from '../world/table.js'

/** A row in its place, or the id of one that is gone and the place that it had. */
export type RowImage = readonly [table: string, seq: number, now: Row | string]

/** What is different in a world, of all that it has beside its rows. */
export interface Beside {
  /** Unix milliseconds on the clock, whether it is frozen, Unix milliseconds on the wall then. */
  readonly clock?: readonly [now: number, frozen: boolean, wallTime: number]
  readonly ids?: readonly (readonly [stream: string, state: RandomState])[]
  readonly requestIds?: RandomState
  readonly chance?: RandomState
  readonly sequence?: number
  readonly timers?: number
  readonly limiter?: LimiterState
  readonly faults?: readonly FaultRecord[]
  readonly vendors?: readonly { readonly name: string; readonly version: string }[]
}

/** One thing that is kept: whole, or not at all. */
export type JournalRecord =
  /** A process begins to write: `run` counts them. */
  | {
      readonly kind: 'start'
      readonly run: number
      readonly standin: string
      readonly anonymousIds?: RandomState
    }
  /** It has ended as it should: nothing that was given out is missing. */
  | { readonly kind: 'end'; readonly anonymousIds: RandomState }
  /** A world in place of the one of its name: a snapshot's lines, the number of its files. */
  | {
      readonly kind: 'world'
      readonly world: string
      readonly files: number
      readonly lines: readonly string[]
    }
  | { readonly kind: 'remove'; readonly world: string }
  /** A transaction, or something beside rows that has changed. */
  | ({ readonly kind: 'commit'; readonly world: string; readonly rows?: readonly RowImage[] } & Beside)
  /** A delivery is about to be sent. `at` is Unix milliseconds on the world's clock. */
  | { readonly kind: 'attempt'; readonly world: string; readonly delivery: string; readonly at: number }

/**
 * Where a sandbox's state is kept: the seam for other places than a folder. One process writes at a time. What stands
 * behind it may write at once (`append` throws where it cannot: the transaction is taken back then), or keep answers back
 * until it has (`durable`).
 */
export interface Journal {
  /** What it is called in messages. */
  readonly name: string
  /** Whether `durable` may ever be more than nothing. */
  readonly slow: boolean
  /** All that was kept, in order. Once, before anything is written. @throws SANDBOX_BAD_STATE */
  read(): Iterable<JournalRecord>
  /** What was found on reading that one should know of. */
  readonly notes: readonly string[]
  /** @throws SANDBOX_STATE_NOT_WRITTEN where nothing was written */
  append(record: JournalRecord): void
  /** Resolves when all that was appended will outlast what it has to; undefined where it does. */
  durable(): Promise<void> | undefined
  /** Whether it is time for `compact`. */
  readonly long: boolean
  /** Puts records in the place of all that was appended so far. They are taken one after another while others are appended. */
  compact(records: Iterable<JournalRecord>): Promise<void>
  /** A world's files, by its number. */
  files(number: number): Files
  removeFiles(number: number): void
  readonly snapshots: SnapshotStore
  close(): void
}

/** Where snapshots by name are kept. */
export interface SnapshotStore {
  names(): readonly string[]
  read(name: string): Uint8Array
  /** @throws SANDBOX_STATE_NOT_WRITTEN */
  write(name: string, bytes: Uint8Array): void
  remove(name: string): void
}
