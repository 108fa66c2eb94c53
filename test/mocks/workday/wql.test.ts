import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'

// The query language: what is selected, filtered, grouped and refused.
const at = tenant({ fixtures: true })
const ask = async (query: string, page = '') =>
  (await at).rest('GET', `wql/v1/{tenant}/data?query=${encodeURIComponent(query)}${page}`)

test('fields are selected under their own names or others, references with their descriptors', async () => {
  const { body } = await ask(
    "SELECT worker, employeeID AS id, jobProfile{jobTitle} AS profile FROM allWorkers WHERE employeeID = '30001'",
  )
  expect(body).toEqual({
    total: 1,
    data: [
      {
        worker: { id: expect.stringMatching(/^[0-9a-f]{32}$/), descriptor: 'Imogen Ashdown' },
        id: '30001',
        profile: { jobTitle: 'Human Resources Director' },
      },
    ],
  })
})

test('conditions, order and limits hold', async () => {
  const { body } = await ask(
    "SELECT employeeID, hireDate FROM allActiveEmployees WHERE hireDate >= '2024-01-01' AND NOT (employeeID IN ('30040', '30041')) AND terminationDate IS NULL ORDER BY hireDate DESC LIMIT 5",
  )
  const dates = body.data.map(({ hireDate }: { hireDate: string }) => hireDate)
  expect(dates).toHaveLength(5)
  expect(dates).toEqual([...dates].sort().reverse())
})

test('groups are counted, and a field that is in none is refused', async () => {
  const { body } = await ask('SELECT workerType, COUNT(*) AS n FROM allWorkers GROUP BY workerType ORDER BY n DESC')
  expect(body.data.map(({ workerType }: { workerType: { descriptor: string } }) => workerType.descriptor)).toEqual([
    'Employee',
    'Contingent Worker',
  ])
  const refused = await ask('SELECT fullName, COUNT(*) AS n FROM allWorkers GROUP BY workerType')
  expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('fullName') } })
})

test('a query that is wrong is refused with its place, a field or source that there is not by name', async () => {
  expect((await ask('SELECT worker FORM allWorkers')).body.error).toBe(
    "The WQL query is invalid at position 15 ('FORM allWorkers'): FROM is expected.",
  )
  expect((await ask('SELECT shoeSize FROM allWorkers')).body.error).toContain("There is no field 'shoeSize'")
  expect((await ask('SELECT worker FROM allShoes')).body.error).toContain("There is no data source 'allShoes'")
  expect((await ask('')).status).toBe(400)
})

test('as of a day, those are there who were', async () => {
  const hired = async (day: string) =>
    (await ask(`SELECT COUNT(*) AS n FROM allActiveEmployees (effectiveAsOfDate = '${day}')`)).body.data[0].n
  expect(await hired('2022-01-01')).toBeLessThan(await hired('2026-11-24'))
})

test('pay is left out without a word where no group of the caller is granted its domain', async () => {
  const told = await tenant()
  const { security } = told.sandbox.defaultWorld.view<{
    security: import('../../../mocks/workday/security/store.js').Security
  }>(told.sandbox.runtime('workday') as never, '')
  const pay = async () =>
    (
      await told.rest(
        'GET',
        `wql/v1/{tenant}/data?query=${encodeURIComponent("SELECT employeeID, totalBasePay_Amount AS pay FROM allWorkers WHERE employeeID = '30001'")}`,
      )
    ).body.data
  expect(await pay()).toEqual([{ employeeID: '30001', pay: expect.any(Number) }])
  told.world.transact('narrow', undefined, () => security.grant('*', 'ISSG_Standin', [], true))
  expect(await pay()).toEqual([{ employeeID: '30001' }])
})

test('no text crashes it', async () => {
  const word = fc.constantFrom(
    'SELECT',
    'FROM',
    'WHERE',
    'allWorkers',
    'worker',
    "'x'",
    '(',
    ')',
    ',',
    '=',
    'IN',
    'AND',
    'NOT',
    'GROUP',
    'BY',
    '*',
    '1',
    '{',
    '}',
    'COUNT',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      async (query) => {
        expect((await ask(query)).status).toBeOneOf([200, 400])
      },
    ),
    { numRuns: 150 },
  )
})
