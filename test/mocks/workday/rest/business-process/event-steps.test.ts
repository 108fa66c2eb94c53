import { beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'

// A change of job waits for the manager, whose decision an integration brings.
type Tenant = Awaited<ReturnType<typeof tenant>>
const STEPS = 'businessProcess/v1/{tenant}'

let at: Tenant
let worker: string
let change: string
let step: string

beforeEach(async () => {
  at = await tenant()
  worker = (await at.rest('GET', 'staffing/v6/{tenant}/workers?search=30020')).body.data[0].id
  change = (await at.rest('POST', `staffing/v6/{tenant}/workers/${worker}/jobChanges`, { date: '2026-11-25' })).body.id
  await at.rest('POST', `staffing/v6/{tenant}/jobChanges/${change}/submit`, {})
  step = (await at.rest('GET', `${STEPS}/events/${change}/inProgressSteps`)).body.data[0].id
})

const act = (what: string, body: unknown, id = step) => at.rest('POST', `${STEPS}/eventSteps/${id}/${what}`, body)
const status = async () => (await at.rest('GET', `${STEPS}/events/${change}`)).body.status.descriptor

test('an event is found by its worker, and without one nothing is', async () => {
  const list = async (query: string) => (await at.rest('GET', `${STEPS}/events${query}`)).body
  expect(await list('')).toEqual({ total: 0, data: [] })
  expect((await list(`?worker=${worker}`)).data[0]).toMatchObject({ id: change, effectiveDate: '2026-11-25' })
  expect((await list(`?worker=${worker}&initiatedOnOrAfter=2026-11-25`)).total).toBe(0)
  expect((await at.rest('GET', `${STEPS}/eventSteps/${step}`)).body.awaitingPersons).toHaveLength(1)
})

test('what is approved is completed, and no step awaits anybody any more: A212', async () => {
  expect((await act('approve', { comment: 'Good.' })).status).toBe(201)
  expect(await status()).toBe('Successfully Completed')
  expect((await act('approve', {})).body.errors[0].code).toBe('A212')
  const done = (await at.rest('GET', `${STEPS}/events/${change}/completedSteps`)).body.data
  expect(done).toHaveLength(2)
  expect((await act('approve', {}, done[0].id)).body.errors[0].code).toBe('A190')
})

test('a denial needs a comment, A181, and ends the event', async () => {
  expect((await act('deny', {})).body.errors[0].code).toBe('A181')
  expect(await act('deny', { comment: 'Not now.' })).toMatchObject({
    status: 201,
    body: { eventStatus: { descriptor: 'Denied' } },
  })
  expect(await status()).toBe('Denied')
})

test('what is sent back to whoever began it can be mended and submitted again; to others it cannot: A202', async () => {
  expect((await act('sendBack', { reason: 'Why?', to: { id: worker } })).body.errors[0].code).toBe('A202')
  const [to] = (await at.rest('GET', `${STEPS}/values/sendBack/to?eventStep=${step}`)).body.data
  expect((await act('sendBack', { reason: 'Why?', to: { id: to.id } })).status).toBe(201)
  const path = `staffing/v6/{tenant}/jobChanges/${change}`
  expect((await at.rest('PATCH', `${path}/comment/${change}`, { comment: 'Because.' })).status).toBe(200)
  expect((await at.rest('POST', `${path}/submit`, {})).body.businessProcessParameters.overallStatus).toBe('In Progress')
  expect((await at.rest('GET', `${STEPS}/events/${change}/comments`)).body.data[0].comment).toBe('Because.')
})
