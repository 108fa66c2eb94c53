import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'
import { connect } from './requests.js'

// Least privilege as an integration meets it: refused at once, or left out without a word.
const WORKERS = 'Worker Data: Current Staffing Information'
const settings = (workday: Record<string, unknown>) => ({ settings: { workday } })
const GROUP = { Include_Personal_Information: true, Include_Employment_Information: true, Include_Compensation: true }

async function firstWorker(options: Parameters<typeof tenant>[0]) {
  const people = await connect(await tenant(options), 'Human_Resources')
  const [answer] = await people.Get_WorkersAsync({ Response_Group: GROUP, Response_Filter: { Count: 1 } })
  return { data: answer.Response_Data.Worker[0].Worker_Data, total: Number(answer.Response_Results.Total_Results) }
}

test('what no domain shows is left out: pay, national ids, birth dates, private contacts', async () => {
  const all = (await firstWorker({})).data
  expect([all.Compensation_Data, all.Personal_Data.Identification_Data, all.Personal_Data.Birth_Date]).not.toContain(
    undefined,
  )
  const { data } = await firstWorker(settings({ domains: { [WORKERS]: ['Get'] } }))
  expect(data.Employment_Data).toBeDefined()
  expect(Object.keys(data.Personal_Data)).toEqual(['Name_Data'])
  expect(data.Compensation_Data).toBeUndefined()
})

test('a change of a policy that nobody activated does not hold', async () => {
  const pay = { 'Worker Data: Compensation by Organization': ['Get'] }
  const domains = { [WORKERS]: ['Get'] }
  expect((await firstWorker(settings({ domains, pendingDomains: pay }))).data.Compensation_Data).toBeUndefined()
  expect((await firstWorker(settings({ domains: { ...domains, ...pay } }))).data.Compensation_Data).toBeDefined()
})

test('a constrained group sees the workers of its organizations only', async () => {
  const all = await firstWorker({ fixtures: true })
  const some = await firstWorker({ fixtures: true, ...settings({ organizations: ['SUP_Engineering'] }) })
  expect(some.total).toBeGreaterThan(5)
  expect(some.total).toBeLessThan(all.total / 2)
})

test('REST refuses with 403: without a domain of the operation, and without its functional area in the token', async () => {
  const path = 'staffing/v6/{tenant}/workers'
  expect((await (await tenant()).rest('GET', path)).status).toBe(200)
  const refused = { status: 403, body: { error: 'User has insufficient permissions.' } }
  expect(await (await tenant(settings({ domains: { [WORKERS]: ['Get'] } }))).rest('GET', path)).toMatchObject(refused)
  expect(await (await tenant(settings({ scopes: ['Core Payroll'] }))).rest('GET', path)).toMatchObject(refused)
})

test('pay and national ids never reach the log', async () => {
  const at = await tenant()
  const people = await connect(at, 'Human_Resources')
  const [, xml] = await people.Get_WorkersAsync({ Response_Group: GROUP, Response_Filter: { Count: 1 } })
  const id = /900-\d\d-\d{4}/.exec(xml)?.[0] ?? ''
  const pay = /<wd:Total_Base_Pay>([\d.]+)</.exec(xml)?.[1] ?? ''
  expect([id, pay]).not.toContain('')
  const query = encodeURIComponent('SELECT employeeID, totalBasePay_Amount AS secretName FROM allWorkers')
  expect((await at.rest('GET', `wql/v1/{tenant}/data?query=${query}`)).body.data[0].secretName).toBe(Number(pay))
  const log = JSON.stringify(at.world.log.list().map(({ response, request }) => [response.body, request.body]))
  expect(log.includes(id)).toBe(false)
  expect(log.includes(pay)).toBe(false)
  expect(log.includes(at.env.WORKDAY_PASSWORD ?? '')).toBe(false)
})
