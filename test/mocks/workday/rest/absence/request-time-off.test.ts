import { beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'

const ABSENCE = 'absenceManagement/v1/{tenant}'
const SUBMIT = { action: { id: 'd9e4223e446c11de98360015c5e6daf6' } }
const VACATION = { id: 'Time_Off_Type_ID=Vacation' }

let at: Awaited<ReturnType<typeof tenant>>
let worker: string

beforeEach(async () => {
  at = await tenant()
  worker = (await at.rest('GET', `${ABSENCE}/workers?search=30020`)).body.data[0].id
})

const request = (...days: unknown[]) =>
  at.rest('POST', `${ABSENCE}/workers/${worker}/requestTimeOff`, { businessProcessParameters: SUBMIT, days })
const code = async (day: unknown) => (await request(day)).body.errors?.[0].code
const balance = async () => {
  const { data } = (await at.rest('GET', `${ABSENCE}/balances?worker=${worker}`)).body
  return data.find((each: { absencePlan: { descriptor: string } }) => each.absencePlan.descriptor === 'Vacation')
    .quantity
}

test('a day off is taken from the balance, and told among the days off', async () => {
  const before = await balance()
  const day = { date: '2026-11-27', timeOffType: VACATION, dailyQuantity: 8, comment: 'Home' }
  expect(await request(day)).toMatchObject({ status: 201, body: { days: [{ date: '2026-11-27', dailyQuantity: 8 }] } })
  expect(await balance()).toBe(before - 8)
  const details = async (query: string) =>
    (await at.rest('GET', `${ABSENCE}/workers/${worker}/timeOffDetails${query}`)).body
  expect((await details('')).data[0]).toMatchObject({ date: '2026-11-27', quantity: 8, comment: 'Home' })
  expect((await details('?fromDate=2026-12-01')).total).toBe(0)
  expect(await code(day)).toBe('A1032')
})

test('it waits for the manager: submitted until approved, and given back where it is denied', async () => {
  const before = await balance()
  const day = { date: '2026-11-27', timeOffType: VACATION, dailyQuantity: 8 }
  const asked = (await request(day)).body.businessProcessParameters
  expect(asked.overallStatus).toBe('In Progress')
  const statusOfDay = async () =>
    (await at.rest('GET', `${ABSENCE}/workers/${worker}/timeOffDetails`)).body.data[0]?.status.descriptor
  const decide = async (event: string, what: string) => {
    const steps = await at.rest('GET', `businessProcess/v1/{tenant}/events/${event}/inProgressSteps`)
    const path = `businessProcess/v1/{tenant}/eventSteps/${steps.body.data[0].id}/${what}`
    return (await at.rest('POST', path, { comment: 'We need you' })).body.eventStatus.descriptor
  }
  expect([await statusOfDay(), await balance()]).toEqual(['Submitted', before - 8])
  expect(await decide(asked.overallBusinessProcess.id, 'deny')).toBe('Denied')
  expect([await statusOfDay(), await balance()]).toEqual([undefined, before])
  const again = (await request(day)).body.businessProcessParameters
  expect(await decide(again.overallBusinessProcess.id, 'approve')).toBe('Successfully Completed')
  expect([await statusOfDay(), await balance()]).toEqual(['Approved', before - 8])
})

test('a tenant without approvals grants it at once', async () => {
  at = await tenant({ settings: { workday: { approvals: false } } })
  worker = (await at.rest('GET', `${ABSENCE}/workers?search=30020`)).body.data[0].id
  const { body } = await request({ date: '2026-11-27', timeOffType: VACATION, dailyQuantity: 8 })
  expect(body.businessProcessParameters.overallStatus).toBe('Successfully Completed')
})

test('what a request lacks is told with its code, and nothing of it is kept', async () => {
  const before = await balance()
  const day = { date: '2026-11-27', timeOffType: VACATION, dailyQuantity: 8 }
  expect(await code({ ...day, date: undefined })).toBe('A1038')
  expect(await code({ ...day, timeOffType: undefined })).toBe('A1009')
  expect(await code({ ...day, dailyQuantity: undefined })).toBe('A1017')
  expect(await code({ ...day, dailyQuantity: 0 })).toBe('A1016')
  expect(await code({ ...day, dailyQuantity: 9999 })).toBe('A1011')
  expect((await request(day, day)).body.errors[0].code).toBe('A1032')
  expect(await balance()).toBe(before)
  const path = `${ABSENCE}/workers/${worker}/requestTimeOff`
  expect((await at.rest('POST', path, { days: [day] })).body.errors[0].code).toBe('A219')
})
