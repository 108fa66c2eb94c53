import { beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'

let at: Awaited<ReturnType<typeof tenant>>
let worker: string

beforeEach(async () => {
  at = await tenant()
  worker = (await at.rest('GET', 'common/v1/{tenant}/workers?search=30020')).body.data[0].id
})

const read = async (path: string) => (await at.rest('GET', path.replace('WORKER', worker))).body

test('a worker is listed short and told whole, also under the older path without a service', async () => {
  const whole = await read('common/v1/{tenant}/workers/WORKER')
  expect(whole).toMatchObject({ id: worker, isManager: true, dateOfBirth: expect.any(String), yearsOfService: 4 })
  expect((await read('v1/{tenant}/workers?search=30020')).data[0].id).toBe(worker)
  expect((await read('compensation/v2/{tenant}/workers/WORKER')).id).toBe(worker)
})

test('who is led, and where somebody belongs, goes both ways', async () => {
  const managed = (await read('common/v1/{tenant}/workers/WORKER/supervisoryOrganizationsManaged')).data[0]
  const { data: members } = await read(`common/v1/{tenant}/supervisoryOrganizations/${managed.id}/workers`)
  const { data: reports } = await read('common/v1/{tenant}/workers/WORKER/directReports')
  expect(members.map(({ id }: { id: string }) => id)).toEqual(reports.map(({ id }: { id: string }) => id))
  expect((await read('common/v1/{tenant}/workers/WORKER/organizations')).total).toBe(4)
  const chart = (await read(`staffing/v6/{tenant}/supervisoryOrganizations/${managed.id}/orgChart`)).data[0]
  const above = (await read(`staffing/v6/{tenant}/supervisoryOrganizations/${chart.superior.id}/orgChart`)).data[0]
  expect(above.subordinates.map(({ id }: { id: string }) => id)).toContain(managed.id)
})

test('a new business title holds at once and stands in the history; without one it is refused', async () => {
  const path = `common/v1/{tenant}/workers/${worker}/businessTitleChanges`
  expect((await at.rest('POST', path, {})).status).toBe(400)
  const changed = await at.rest('POST', path, { proposedBusinessTitle: 'Chief Optician' })
  expect(changed).toMatchObject({ status: 201, body: { proposedBusinessTitle: 'Chief Optician' } })
  expect((await read('common/v1/{tenant}/workers/WORKER')).businessTitle).toBe('Chief Optician')
  expect((await read('common/v1/{tenant}/workers/WORKER/history')).data[0].id).toBe(changed.body.id)
})

test('feedback is kept; what is not modelled is a 501 that names its operation', async () => {
  const path = `performanceEnablement/v5/{tenant}/workers/${worker}/anytimeFeedbackEvents`
  const code = async (body: unknown) => (await at.rest('POST', path, body)).body.errors[0].code
  expect(await code({})).toBe('A6')
  expect(await code({ comment: 'I am good.', fromWorker: { id: worker } })).toBe('A161')
  expect((await at.rest('POST', path, { comment: 'Well done.' })).status).toBe(201)
  expect((await read(path)).data[0]).toMatchObject({ comment: 'Well done.', toWorker: { id: worker } })
  const refused = await at.rest('GET', `common/v1/{tenant}/workers/${worker}/paySlips`)
  expect(refused.status).toBe(501)
  expect(refused.body.error).toContain('GET /ccx/api/common/v1/{tenant}/workers/{id}/paySlips')
})
