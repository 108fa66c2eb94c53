import type { RecordRow } from '../records/record.js'
import type { Call } from './ast.js'
import type { Bound } from './bound.js'
import { reader } from './comparison.js'
import { malformed } from './soql-error.js'

/** What an aggregate function makes of the rows of a group. Null is left out. */
export interface Accumulator {
  add(row: RecordRow): void
  value(): unknown
}

/** @throws MALFORMED_QUERY for a function that does not suit its field */
export function accumulatorOf(call: Call, bound: Bound<RecordRow>): () => Accumulator {
  checkSuits(call, bound)
  const { read } = bound
  switch (call.name) {
    case 'COUNT':
      return () => counter(read)
    case 'COUNT_DISTINCT':
      return () => distinct(reader(bound))
    case 'SUM':
    case 'AVG':
      return () => total(read, call.name === 'AVG')
    default:
      return () => extreme(bound, call.name === 'MAX')
  }
}

/** @source public error logs, `field Name does not support aggregate operator SUM` (read 2026-11-24) @unverified which kinds */
function checkSuits(call: Call, bound: Bound<RecordRow>): void {
  const { kind, field } = bound
  const sums = call.name === 'SUM' || call.name === 'AVG'
  const extremes = call.name === 'MIN' || call.name === 'MAX'
  const suits = sums ? kind === 'number' : extremes ? kind !== 'boolean' && kind !== 'multipicklist' : true
  if (!suits || kind === 'opaque' || (field?.aggregatable === false && call.name !== 'COUNT'))
    throw malformed(`field ${bound.name} does not support aggregate operator ${call.name}`, call.start)
}

function counter(read: (row: RecordRow) => unknown): Accumulator {
  let count = 0
  return {
    add: (row) => {
      const value = read(row)
      if (value !== null && value !== undefined && value !== '') count++
    },
    value: () => count,
  }
}

function distinct(read: (row: RecordRow) => unknown): Accumulator {
  const seen = new Set<unknown>()
  return {
    add: (row) => {
      const value = read(row)
      if (value !== undefined) seen.add(value)
    },
    value: () => seen.size,
  }
}

function total(read: (row: RecordRow) => unknown, mean: boolean): Accumulator {
  let sum = 0
  let count = 0
  return {
    add: (row) => {
      const value = read(row)
      if (typeof value !== 'number') return
      sum += value
      count++
    },
    value: () => (count === 0 ? null : mean ? sum / count : sum),
  }
}

function extreme(bound: Bound<RecordRow>, greatest: boolean): Accumulator {
  const key = reader(bound)
  let best: string | number | boolean | undefined
  let value: unknown = null
  return {
    add: (row) => {
      const here = key(row)
      if (here === undefined || (best !== undefined && (greatest ? here <= best : here >= best))) return
      best = here
      value = bound.read(row)
    },
    value: () => value,
  }
}
