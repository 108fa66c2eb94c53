import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../../../mocks/workday/history/fact.js'
import { Present } from '../../../mocks/workday/present.js'
import type { Employment, WorkerRow } from '../../../mocks/workday/rows/worker.js'
import { Table } from '../../../src/engine/world/table.js'

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25'] as const
const NOW = Date.UTC(2026, 10, 24, 12)

const fact = <T>(effective: string, value: T, taken: boolean): Fact<T> => ({
  effective,
  entered: NOW - 1000,
  event: 'e',
  value,
  ...(taken && { rescinded: NOW - 500 }),
})

/** A worker who is here or gone from a day on, whose hire stands or was taken back, in a position. */
const changes = fc.record({
  id: fc.integer({ min: 0, max: 5 }).map((number) => `w${number}`),
  from: fc.constantFrom(...DAYS),
  active: fc.boolean(),
  taken: fc.boolean(),
  position: fc.constantFrom('p1', 'p2', 'p3'),
  /** The day on which somebody looks afterwards. */
  looks: fc.constantFrom(...DAYS),
})

function row({
  id,
  from,
  active,
  taken,
  position,
}: {
  id: string
  from: string
  active: boolean
  taken: boolean
  position: string
}) {
  const employment = { active, hireDate: from, originalHireDate: from } satisfies Employment
  return {
    id,
    employment: [fact(from, employment, taken)],
    jobs: [{ position, facts: [fact(from, { position }, taken)] }],
  } as unknown as WorkerRow
}

test('after any change it shows what looking at every worker anew would show', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 30 }), (steps) => {
      const workers = new Table<WorkerRow>('workers', {}, () => {})
      const present = new Present(workers)
      for (const step of steps) {
        workers.put(row(step))
        const asOf = { effective: step.looks, entered: NOW }
        const anew = new Present(workers)
        expect(present.all(asOf)).toEqual(anew.all(asOf))
        expect(present.jobs(asOf)).toEqual(anew.jobs(asOf))
      }
    }),
    { numRuns: 100 },
  )
})
