import type { FaultRecord } from '../faults/active-fault.js'
import type { LimiterState } from '../rate-limit.js'
import type { ClockState } from '../time/clock.js'
import type { Files } from './files.js'
import type { RandomState } from './random.js'
import type { StreamStates } from './streams.js'
import { Table } from './table.js'

/**
 * The whole state of a world at a moment. Taking one copies no row, since none is ever changed; it may be given to a world
 * again and again, in this process or, written to a file, in another one. Not in it: the log, and what is under way.
 */
export interface Snapshot {
  /** The world's name, and what it began with. */
  readonly world: string
  readonly seed: string
  readonly limits: boolean
  readonly clock: ClockState
  /** Those that were there, with the version of each one's description. */
  readonly vendors: readonly { readonly name: string; readonly version: string }[]
  /** By name: `vendor/scope/name`, or the engine's own without a slash. */
  readonly tables: ReadonlyMap<string, Table>
  readonly ids: StreamStates
  readonly requestIds: RandomState
  readonly chance: RandomState
  /** Of requests that belong to no world, which are told of in the default one. */
  readonly anonymousIds: RandomState
  readonly sequence: number
  /** How many timers there have been. */
  readonly timers: number
  readonly limiter: LimiterState
  readonly faults: readonly FaultRecord[]
  readonly files: Files
}

/** A table that is read from a file or kept for later: nobody writes to it. */
export function standingTable(name: string): Table {
  return new Table(name, {}, () => {
    throw new Error(`${name} is part of a snapshot, which does not change.`)
  })
}
