import type { LogRow } from '../../../business-process/transaction-log.js'
import { momentOf, startOf } from '../../../history/dates.js'
import { valueWid } from '../../../value-lists.js'
import type { WorkdayWorld } from '../../../world.js'
import { elementsOf, listOf, referencesOf } from '../../elements.js'
import { validationFault } from '../../faults.js'
import type { ReadElements } from '../../read.js'
import type { Elements } from '../../write.js'

type Test = (entry: LogRow) => boolean

/** WIDs of the workers with an entry that one of the criteria lets through. */
export function workersInLog(world: WorkdayWorld, criteria: readonly ReadElements[]): ReadonlySet<string> {
  const tests = criteria.map((each) => logTest(world, each))
  const found = new Set<string>()
  for (const entry of world.log.all()) if (tests.some((test) => test(entry))) found.add(entry.worker)
  return found
}

/** Whether an entry is in the ranges and of the types that are asked for. */
export function logTest(world: WorkdayWorld, criteria: ReadElements): Test {
  const range = elementsOf(criteria.Transaction_Date_Range_Data)
  const updated = rangeOf(world, 'Updated', range.Updated_From, range.Updated_Through)
  const effective = rangeOf(world, 'Effective', range.Effective_From, range.Effective_Through)
  const references = referencesOf(elementsOf(criteria.Transaction_Type_References).Transaction_Type_Reference)
  const types = references.flatMap(({ ids }) => ids.map(({ value }) => value))
  return (entry) =>
    (!updated || (entry.entered >= updated.from && entry.entered <= updated.through)) &&
    (!effective || (startOf(entry.effective) >= effective.from && startOf(entry.effective) <= effective.through)) &&
    (types.length === 0 ||
      entry.types.some((type) => types.includes(type) || types.includes(valueWid('Business_Process_Type', type))))
}

interface Range {
  readonly from: number
  readonly through: number
}

/** @throws the vendor's three complaints about a range @source facts B4 (read 2026-11-23) */
function rangeOf(world: WorkdayWorld, name: string, from: unknown, through: unknown): Range | undefined {
  if (from === undefined && through === undefined) return undefined
  if (typeof from !== 'string' || typeof through !== 'string') {
    throw validationFault(`If one of ${name} From or ${name} Through contains a value, both are Required!`)
  }
  const range = { from: momentOf(from), through: momentOf(through) }
  if (range.from > range.through) throw validationFault(`${name} From must be less than or equal to ${name} Through!`)
  if (name === 'Updated' && range.through > world.now()) {
    throw validationFault('Updated Through must be less than or equal to Current Moment!')
  }
  return range
}

/** Transaction_Log_Entry_Data of a worker: the entries that the request asked for, or all. */
export function renderLog(world: WorkdayWorld, worker: string, criteria: readonly ReadElements[]): Elements {
  const tests = criteria.map((each) => logTest(world, each))
  const entries = world.log
    .where('worker', worker)
    .filter((entry) => tests.length === 0 || tests.some((test) => test(entry)))
  return { Transaction_Log_Entry: entries.map(renderEntry) }
}

function renderEntry(entry: LogRow): Elements {
  return {
    Transaction_Log_Reference: { ids: [['WID', entry.event]] },
    Transaction_Log_Data: {
      Transaction_Log_Description: entry.description,
      Transaction_Effective_Moment: new Date(startOf(entry.effective)).toISOString(),
      Transaction_Entry_Moment: new Date(entry.entered).toISOString(),
      Transaction_Log_Type_Reference: entry.types.map((type) => ({
        ids: [
          ['WID', valueWid('Business_Process_Type', type)],
          ['Business_Process_Type', type],
        ] as const,
        descriptor: type,
      })),
      Is_Rescind_Or_Rescinded: entry.rescinded,
      Is_Correction_Or_Corrected: entry.corrected,
    },
  }
}

/** The log criteria of a request. */
export function logCriteria(request: ReadElements): readonly ReadElements[] {
  return listOf(elementsOf(request.Request_Criteria).Transaction_Log_Criteria_Data).map(elementsOf)
}
