import { expect, test } from 'vitest'
import { LeakSearch } from '../../../src/engine/leaks/search.js'
import { connect } from '../../clients/workday/requests.js'
import { tenant } from '../../support/workday.js'

const GROUP = { Include_Personal_Information: true, Include_Compensation: true, Include_Reference: true }

/** What somebody reads of a worker, and how it may get into the log of a program. */
async function read() {
  const at = await tenant()
  const people = await connect(at, 'Human_Resources')
  const [answer] = await people.Get_WorkersAsync({ Response_Group: GROUP, Response_Filter: { Count: 1 } })
  const { Worker_Data: data } = answer.Response_Data.Worker[0]
  const { Identification_Data: ids, Birth_Date: born } = data.Personal_Data
  const summary = data.Compensation_Data.Employee_Compensation_Summary_Data.Employee_Compensation_Summary_Data
  const nationalId: string = ids.National_ID[0].National_ID_Data.ID
  const pay: number = summary.Total_Base_Pay
  return { at, data, nationalId, pay, born: new Date(born).toISOString().slice(0, 10) }
}

test('pay, national ids and birth dates are found in the log of a program that wrote them there', async () => {
  const { at, nationalId, pay, born } = await read()
  const search = new LeakSearch(at.world.handedOut.list())
  const log = `syncing ${nationalId}\nsalary=${pay} (USD)\n{"payload":{"birthDate":"${born}"}}\n`
  expect(search.find(log).map(({ kind, line }) => [kind, line])).toEqual([
    ['national id', 1],
    ['pay', 2],
    ['personal data', 3],
  ])
})

test('a careful log has none, and what is shown of a leak is not the value', async () => {
  const { at, data, nationalId } = await read()
  const search = new LeakSearch(at.world.handedOut.list())
  expect(search.find(`worker ${data.Worker_ID}: changed, pay grade 7, took 62 ms, 120000 rows left\n`)).toEqual([])
  expect(search.find(`id ${nationalId}`)[0]?.shown).not.toContain(nationalId)
})

test('whole rows of a tenant, as the inspector shows them, tell neither', async () => {
  const { at, nationalId, pay } = await read()
  const runtime = at.sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  const tables = at.world.allTables.filter(({ name }) => name.startsWith('workday/'))
  const shown = JSON.stringify(runtime.redactor.data(tables.flatMap((table) => table.all())))
  expect(shown).not.toContain(nationalId)
  expect(shown).not.toContain(String(pay))
})
