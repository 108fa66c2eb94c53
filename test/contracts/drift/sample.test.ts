import { existsSync, readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Description } from '../../../contracts/document.js'
import { pinnedDescription } from '../../../contracts/pinned.js'
import { findPacts } from '../../../src/contracts/descriptions/find-pacts.js'
import { drift, type NamedPact } from '../../../src/contracts/drift/drift.js'
import { driftAll } from '../../../src/contracts/drift/drift-all.js'
import { renderPact } from '../../../src/contracts/pact/pact-file.js'
import { withRecordedShop } from '../sample/record-shop.js'

let pacts: NamedPact[] = []
beforeAll(async () => {
  const recorded = await withRecordedShop({}, ({ contracts }) => contracts.pacts())
  pacts = recorded.map((pact) => ({ file: `pacts/shop-${pact.provider.name}.json`, text: renderPact(pact), pact }))
}, 60_000)

const description = (vendor: string): Description => {
  const found = pinnedDescription(vendor)
  if (!found) throw new Error(`run npm run generate: ${vendor} is not there`)
  return found
}

test.each(['stripe', 'salesforce'])(
  'what %s is asked for by a whole program is kept by its description',
  async (vendor) => {
    const pinned = description(vendor)
    const itself = await drift(vendor, { pacts, against: pinned, pinned })
    expect(itself.interactions.length).toBeGreaterThan(10)
    expect(itself.findings).toEqual([])
    // With a base to compare with, more is looked at.
    const copy = await drift(vendor, { pacts, against: structuredClone(pinned), pinned })
    expect(copy.findings).toEqual([])
    expect(copy.notes).toEqual([])
  },
)

test('an operation that is gone is found with each vendor', async () => {
  for (const vendor of ['stripe', 'salesforce']) {
    const less = { ...description(vendor), paths: {} }
    const { interactions, findings } = await drift(vendor, { pacts, against: less, pinned: description(vendor) })
    const asked = interactions.filter(({ operation }) => /^[A-Z]+ \//.test(operation))
    expect(
      new Set(findings.filter(({ side }) => side === 'operation').map(({ interaction }) => interaction)).size,
    ).toBe(new Set(asked.map(({ interaction }) => interaction)).size)
  }
})

const OWN = 'contracts/pacts'
test.skipIf(!existsSync(OWN) || readdirSync(OWN).length === 0)(
  'this project’s own contracts do not drift',
  async () => {
    const reports = await driftAll({ pacts: findPacts(OWN, process.cwd()), cwd: process.cwd() })
    expect(reports.flatMap(({ findings }) => findings)).toEqual([])
  },
)
