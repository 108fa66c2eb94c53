import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { convertWorkday } from '../../../contracts/workday/index.js'
import { checkout } from '../stripe/description.js'
import { type Documented, type Facts, ofService } from './described.js'

interface Checked {
  /** How many there are, and a digest of the names of all their parameters and fields. */
  readonly operations: number
  readonly digest: string
  /** A few in full, to be read. */
  readonly examples: Readonly<Record<string, Facts>>
}

// Facts that were compared with the vendor's own descriptions on 2026-11-24: vendor.test.ts does so where those are.
const file = join(checkout, 'test', 'contracts', 'workday', 'facts.json')
const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Checked>
const own = convertWorkday() as unknown as Documented

test.each(Object.entries(table))('%s is described as it was checked', (service, checked) => {
  const all = ofService(own, service)
  const text = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, facts]) => `${key} ${JSON.stringify(facts)}`)
  for (const [key, facts] of Object.entries(checked.examples)) expect([key, all.get(key)]).toEqual([key, facts])
  expect({ operations: all.size, digest: createHash('sha256').update(text.join('\n')).digest('hex') }).toEqual({
    operations: checked.operations,
    digest: checked.digest,
  })
})
