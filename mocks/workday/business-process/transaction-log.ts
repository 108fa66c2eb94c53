import type { Row } from '../../../src/engine/kit.js'
import type { Day } from '../history/dates.js'
import type { WorkdayWorld } from '../world.js'
import type { EventRow } from './event.js'

/**
 * One line of the transaction log: what integrations poll. A rescind and a correction are lines of their own, so a sync that
 * asks only for hires misses that one was taken back.
 * @source facts B4, part C (read 2026-11-23)
 */
export interface LogRow extends Row {
  readonly worker: string
  readonly event: string
  /** Business_Process_Type ids: one change of a job is of several. */
  readonly types: readonly string[]
  readonly description: string
  readonly effective: Day
  /** Unix milliseconds. */
  readonly entered: number
  readonly rescinded: boolean
  readonly corrected: boolean
}

export function logTransaction(
  world: WorkdayWorld,
  event: Pick<EventRow, 'id' | 'worker' | 'effective'>,
  entry: {
    readonly types: readonly string[]
    readonly description: string
    readonly rescinded?: boolean
    readonly corrected?: boolean
  },
): LogRow {
  const { types, description, rescinded = false, corrected = false } = entry
  return world.log.insert({
    id: world.newWid(),
    worker: event.worker,
    event: event.id,
    types,
    description,
    effective: event.effective,
    entered: world.now(),
    rescinded,
    corrected,
  })
}
