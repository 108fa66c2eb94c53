/**
 * How fast SOQL is over 200,000 Accounts with 400,000 Contacts, in process: `npx jiti bench/salesforce-soql.ts`.
 * Medians; parsing, answering and writing out the records are all counted.
 */

import { systemActor } from '../mocks/salesforce/access/access.js'
import { environmentOf } from '../mocks/salesforce/query/environment-of.js'
import { runSoql } from '../mocks/salesforce/query/run-soql.js'
import type { FieldValue } from '../mocks/salesforce/records/record.js'
import { salesforce } from '../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../mocks/salesforce/world.js'
import { Sandbox } from '../src/engine/sandbox.js'

const ACCOUNTS = 200_000
const CONTACTS = 400_000
const CITIES = ['Berlin', 'Paris', 'Lagos', 'Lima', 'Oslo', 'Pune', 'Quito']

const sandbox = await Sandbox.create({ vendors: [salesforce], frozen: true, at: Date.UTC(2026, 1, 15) })
const runtime = sandbox.runtime('salesforce')
if (!runtime) throw new Error('No Salesforce.')
const world = sandbox.defaultWorld.view<SalesforceWorld>(runtime, '')

const filling = performance.now()
const accounts = insert('Account', ACCOUNTS, (i) => ({
  Name: `Company ${(i * 7919) % ACCOUNTS} ${i % 3 === 0 ? 'Holding' : 'Ltd'}`,
  BillingCity: CITIES[i % CITIES.length] ?? null,
  AnnualRevenue: i % 10 === 0 ? null : (i * 31) % 1_000_000,
  Industry: i % 2 === 0 ? 'Energy' : 'Retail',
}))
insert('Contact', CONTACTS, (i) => ({
  LastName: `Person ${i}`,
  Email: `p${i}@company.test`,
  AccountId: accounts[i % ACCOUNTS] ?? null,
}))
console.log(`filled in ${Math.round(performance.now() - filling)} ms`)

const at = (i: number) => accounts[(i * 104_729) % ACCOUNTS] ?? ''
measure('by Id', 1, 500, (i) => `SELECT Id, Name FROM Account WHERE Id = '${at(i)}'`)
measure('by reference (index)', 1, 500, (i) => `SELECT Id, LastName FROM Contact WHERE AccountId = '${at(i)}'`)
measure('by email (index)', 1, 500, (i) => `SELECT Id FROM Contact WHERE Email = 'P${(i * 7) % CONTACTS}@company.test'`)
measure(
  '200 ids',
  undefined,
  50,
  (i) =>
    `SELECT Id, Name FROM Account WHERE Id IN (${Array.from({ length: 200 }, (_, n) => `'${at(i * 200 + n)}'`).join(',')})`,
)
measure(
  'scan, LIKE, ORDER BY, LIMIT 100',
  150,
  15,
  (i) => `SELECT Id, Name FROM Account WHERE Name LIKE '%${i % 10}%' ORDER BY Name LIMIT 100`,
)
measure(
  'scan, LIKE, ORDER BY DESC, LIMIT 100',
  150,
  15,
  () => "SELECT Id, Name FROM Account WHERE Name LIKE '%holding' ORDER BY AnnualRevenue DESC, Name LIMIT 100",
)
measure(
  'children of 2,000 parents',
  100,
  15,
  () => 'SELECT Id, Name, (SELECT Id, LastName FROM Contacts ORDER BY LastName) FROM Account LIMIT 2000',
)
measure(
  'groups of all',
  undefined,
  7,
  () => 'SELECT BillingCity, Industry, COUNT(Id), SUM(AnnualRevenue) FROM Account GROUP BY BillingCity, Industry',
)
measure(
  'semi-join',
  undefined,
  7,
  () =>
    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'Person 12%') LIMIT 2000",
)
measure(
  'parent path of all contacts',
  undefined,
  7,
  () => "SELECT COUNT() FROM Contact WHERE Account.BillingCity = 'Oslo'",
)
sandbox.close()

function insert(name: string, count: number, row: (i: number) => Record<string, FieldValue>): string[] {
  const object = world.catalogue.object(name)
  if (!object) throw new Error(`No ${name}.`)
  const table = world.records(name)
  return sandbox.defaultWorld.transact('bench', undefined, () =>
    Array.from({ length: count }, (_, i) => {
      const id = world.newId(object)
      table.insert({ id, Id: id, ...row(i) })
      return id
    }),
  )
}

/** `bar`: at most so many milliseconds. */
function measure(name: string, bar: number | undefined, runs: number, soql: (i: number) => string): void {
  const times: number[] = []
  let records = 0
  for (let i = 0; i < runs + 3; i++) {
    const begin = performance.now()
    const answered = runSoql(soql(i), environmentOf(world, systemActor(world), false))
    records = answered.records(0, Math.min(2000, answered.totalSize), { childBatch: 2000, keepRest: undefined }).length
    if (i >= 3) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const median = times[times.length >> 1] ?? 0
  const verdict = bar === undefined ? '' : median < bar ? `  (< ${bar} ms)` : `  MISSED ${bar} ms`
  const text = `${name}: median ${median.toFixed(3)} ms, worst ${(times.at(-1) ?? 0).toFixed(3)} ms, ${records} records`
  console.log(`${text}${verdict}`)
}
