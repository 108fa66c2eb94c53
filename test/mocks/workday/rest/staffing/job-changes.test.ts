import { beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'

// A change of job as integrations make it: begun at the worker, filled in section by section, submitted.
type Tenant = Awaited<ReturnType<typeof tenant>>
const BASE = 'staffing/v6/{tenant}'
const SAVE_FOR_LATER = 'd9e41a8c446c11de98360015c5e6daf6'

let at: Tenant
let worker: string

beforeEach(async () => {
  at = await tenant()
  const { body } = await at.rest('GET', `${BASE}/workers?search=30020`)
  worker = body.data[0].id
})

const begin = (body: unknown, who = worker) => at.rest('POST', `${BASE}/workers/${who}/jobChanges`, body)
const patch = (id: string, section: string, body: unknown) =>
  at.rest('PATCH', `${BASE}/jobChanges/${id}/${section}/${id}`, body)
const submit = (id: string, body: unknown = {}) => at.rest('POST', `${BASE}/jobChanges/${id}/submit`, body)
const titleOf = async () => (await at.rest('GET', `${BASE}/workers/${worker}`)).body.primaryJob.businessTitle

test('what was said in the sections is so once it is submitted and approved, and not before', async () => {
  const begun = await begin({
    date: '2026-11-24',
    reason: { id: 'Event_Classification_Subcategory_ID=Promote_Employee_Promotion' },
  })
  expect(begun).toMatchObject({
    status: 201,
    body: { date: '2026-11-24', reason: { descriptor: 'Promotion > Promotion' } },
  })
  const { id } = begun.body
  expect(await patch(id, 'businessTitle', { businessTitle: 'Head of Lenses' })).toMatchObject({
    status: 200,
    body: { businessTitle: 'Head of Lenses' },
  })
  const before = await titleOf()
  const submitted = await submit(id)
  expect(submitted).toMatchObject({
    status: 201,
    body: { businessProcessParameters: { overallStatus: 'In Progress' } },
  })
  expect(await titleOf()).toBe(before)
  const steps = await at.rest('GET', `businessProcess/v1/{tenant}/events/${id}/inProgressSteps`)
  const approved = await at.rest('POST', `businessProcess/v1/{tenant}/eventSteps/${steps.body.data[0].id}/approve`, {})
  expect(approved).toMatchObject({ status: 201, body: { eventStatus: { descriptor: 'Successfully Completed' } } })
  expect(await titleOf()).toBe('Head of Lenses')
})

test('every section can be read, as what is so now and what was said', async () => {
  const { id } = (await begin({ date: '2026-11-25' })).body
  const [location] = (await at.rest('GET', `${BASE}/values/jobChangesGroup/locations`)).body.data
  await patch(id, 'location', { location: { id: location.id }, scheduledHours: 32 })
  const read = async (section: string) => (await at.rest('GET', `${BASE}/jobChanges/${id}/${section}`)).body.data[0]
  expect(await read('location')).toEqual({ location, scheduledHours: 32 })
  expect(await read('startDetails')).toMatchObject({ date: '2026-11-25', worker: { id: worker } })
  for (const section of ['jobProfile', 'jobClassification', 'position', 'opening', 'businessTitle', 'contract'])
    expect(await read(section)).toBeTypeOf('object')
  for (const section of ['administrative', 'moveTeam', 'comment']) expect(await read(section)).toBeTypeOf('object')
  expect((await at.rest('GET', `${BASE}/jobChanges/${id}`)).body).toMatchObject({ id })
  expect((await at.rest('GET', `${BASE}/jobChanges/${id}/location/${worker}`)).status).toBe(404)
})

test('after it was submitted or saved for later it takes no more: A403, A178; another action is A219', async () => {
  const { id } = (await begin({ date: '2026-11-25' })).body
  expect((await submit(id, { businessProcessParameters: { action: { id: worker } } })).body.errors[0].code).toBe('A219')
  const saved = await submit(id, { businessProcessParameters: { action: { id: SAVE_FOR_LATER } } })
  expect(saved.body.businessProcessParameters.overallStatus).toBe('Saved for Later')
  expect((await patch(id, 'comment', { comment: 'late' })).body.errors[0].code).toBe('A403')
  expect((await submit(id)).body).toEqual({
    error: 'The business process has already been initiated.',
    errors: [{ code: 'A178', error: 'The business process has already been initiated.' }],
  })
})

test('a second change while one is under way is A428, at its submission A384', async () => {
  const [first, second] = [(await begin({ date: '2026-11-25' })).body.id, (await begin({ date: '2026-11-25' })).body.id]
  expect((await submit(first)).status).toBe(201)
  expect((await begin({ date: '2026-11-25' })).body.errors[0].code).toBe('A428')
  expect((await submit(second)).body.errors[0].code).toBe('A384')
})

test('a date before the last change is A391, a position of somebody else A411, two wishes at once A432, A402, A945', async () => {
  expect((await begin({ date: '2001-01-01' })).body.errors[0].code).toMatch(/A391|A422/)
  const jobs = (await at.rest('GET', `${BASE}/jobs`)).body.data
  expect((await begin({ date: '2026-11-25', job: { id: jobs[0].id } })).body.errors[0].code).toBe('A411')
  const { id } = (await begin({ date: '2026-11-25' })).body
  const [open] = jobs
  const code = async (body: unknown) => (await patch(id, 'position', body)).body.errors?.[0].code
  expect(await code({ createPosition: true, position: { id: open.id } })).toBe('A432')
  expect(await code({ createPosition: false })).toBe('A402')
  expect(await code({ closePosition: true, availableForOverlap: true })).toBe('A945')
  expect(await code({ createPosition: true })).toBeUndefined()
})

test('a body that is none, a day that is none and a reference to nothing are 400 and change nothing', async () => {
  for (const body of [{}, { date: '2026-02-31' }, { date: 7 }, { date: '2026-11-25', reason: { id: 'nothing' } }])
    expect(await begin(body)).toMatchObject({ status: 400, body: { error: expect.any(String) } })
  expect((await begin({ date: '2026-11-25' }, 'Employee_ID=404')).status).toBe(404)
})
