import type { Day } from '../history/dates.js'
import type { WorkdayWorld } from '../world.js'
import { applyFacts, typesOf } from './apply.js'
import type { Change } from './change.js'
import type { EventRow } from './event.js'
import { takeBack } from './rescind.js'
import { logTransaction } from './transaction-log.js'

/** Corrects a completed event: what it said is replaced, under the same event and with a new entry moment. */
export function correct(world: WorkdayWorld, event: EventRow, change: Change, effective: Day): EventRow {
  takeBack(world, event)
  const corrected = world.events.put({ ...event, change, effective })
  applyFacts(world, corrected)
  logTransaction(world, corrected, {
    types: typesOf(change),
    description: `Correct ${event.process}: ${world.workerName(event.worker)}`,
    corrected: true,
  })
  return corrected
}
