import { afterEach, beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'
import { Scene } from '../scene.js'

// Company, cost centre, region and what else is no supervisory organization: staged, submitted, approved, and so from a day on.
const at = await tenant()
let count = 0
let s: Scene
let worker: string

beforeEach(async () => {
  s = new Scene(at, `assignments_${++count}`)
  worker = await s.worker()
})
afterEach(() => s.close())

const BASE = 'staffing/v6/organizationAssignmentChanges'

async function begun(date = '2026-11-24'): Promise<string> {
  return (await s.post(`staffing/v6/workers/${worker}/organizationAssignmentChanges`, { date })).body.id
}

async function costCenters(): Promise<{ id: string; descriptor: string }[]> {
  return (await s.get('staffing/v6/values/organizationAssignmentChangesGroup/costCenters')).body.data
}

async function presentCostCenter(): Promise<string | undefined> {
  const { data } = (await s.get(`common/v1/workers/${worker}/organizations`)).body
  const found = data.find(
    (each: { organizationType: { descriptor: string } }) => each.organizationType.descriptor === 'COST_CENTER',
  )
  return found?.id
}

test('another cost centre is so once it was submitted and approved, and the rest stays', async () => {
  const before = await presentCostCenter()
  const [other] = (await costCenters()).filter(({ id }) => id !== before)
  const { total } = (await s.get(`common/v1/workers/${worker}/organizations`)).body
  const id = await begun()
  const patched = await s.patch(`${BASE}/${id}/costCenter/${id}`, { costCenter: { id: other?.id } })
  expect(patched).toMatchObject({ status: 200, body: { costCenter: { id: other?.id } } })
  expect((await s.get(`${BASE}/${id}/costCenter`)).body.data[0].costCenter.id).toBe(other?.id)
  expect(await presentCostCenter()).toBe(before)
  const { body } = await s.post(`${BASE}/${id}/submit`)
  expect(body.businessProcessParameters.overallStatus).toBe('In Progress')
  expect(await presentCostCenter()).toBe(before)
  await s.decide(await s.step(id), 'approve')
  expect(await presentCostCenter()).toBe(other?.id)
  expect((await s.get(`common/v1/workers/${worker}/organizations`)).body.total).toBe(total)
})

test('it begins with the position in place of the worker, too', async () => {
  const { id: position } = (await s.get(`staffing/v6/workers/${worker}`)).body.primaryJob
  const answer = await s.post(BASE, { date: '2026-12-01', position: { id: position } })
  expect(answer).toMatchObject({ status: 201, body: { date: '2026-12-01' } })
  const start = (await s.get(`${BASE}/${answer.body.id}/startDetails`)).body.data[0]
  expect(start).toMatchObject({ worker: { id: worker }, position: { id: position } })
})

test('what is refused changes nothing: an organization of another type, no day, an id that is not the change', async () => {
  const id = await begun()
  const company = (await s.get(`common/v1/workers/${worker}/organizations`)).body.data.find(
    (each: { organizationType: { descriptor: string } }) => each.organizationType.descriptor === 'COMPANY',
  )
  expect((await s.patch(`${BASE}/${id}/costCenter/${id}`, { costCenter: { id: company.id } })).status).toBe(400)
  expect((await s.patch(`${BASE}/${id}/startDetails/${id}`, { date: '2026-02-31' })).status).toBe(400)
  expect((await s.patch(`${BASE}/${id}/costCenter/${worker}`, {})).status).toBe(404)
  expect((await s.get(`${BASE}/${worker}`)).status).toBe(404)
  const { date } = (await s.get(`${BASE}/${id}/startDetails/${id}`)).body
  expect(date).toBe('2026-11-24')
})
