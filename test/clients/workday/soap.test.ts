import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, WSSecurity } from 'soap'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../src/engine/generated.js'
import { DAY } from '../../support/stripe.js'
import { tenant } from '../../support/workday.js'
import { connect, hireRequest, reference } from './requests.js'

// The npm package soap, unmodified, as an integration uses it: it reads the WSDL and sends `SOAPAction: ""`.
const VENDOR_WSDLS = join(packageRoot(), '..', 'shared', 'data', 'workday', 'wsdl')

const GROUP = { Include_Reference: true, Include_Employment_Information: true, Include_Transaction_Log_Data: true }

const hire = (day: string) => hireRequest('777', day)

async function workerOf(client: Client, id: string) {
  const [answer] = await client.Get_WorkersAsync({
    Request_References: { Worker_Reference: reference('Employee_ID', id) },
    Response_Group: GROUP,
  })
  return answer.Response_Data.Worker[0].Worker_Data
}

test('somebody hired for a day to come is there at once, and active from that day on', async () => {
  const at = await tenant()
  const [staffing, people] = [await connect(at, 'Staffing'), await connect(at, 'Human_Resources')]
  const [hired] = await staffing.Hire_EmployeeAsync(hire('2026-12-01'))
  expect(hired.Employee_Reference.ID.map((id: { $value: string }) => id.$value)).toContain('777')
  expect((await workerOf(people, '777')).Employment_Data.Worker_Status_Data.Active).toBe(false)
  await at.world.scheduler.advanceTo(at.world.clock.now() + 7 * DAY)
  expect((await workerOf(people, '777')).Employment_Data.Worker_Status_Data).toMatchObject({ Active: true })
})

test('what is wrong is a fault with status 500: a taken id, a wrong password, an id that there is not', async () => {
  const at = await tenant()
  const [staffing, people] = [await connect(at, 'Staffing'), await connect(at, 'Human_Resources')]
  await staffing.Hire_EmployeeAsync(hire('2026-12-01'))
  const fault = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (reason) => reason,
    )
    return {
      status: error?.response?.status,
      code: error?.root?.Envelope?.Body?.Fault?.faultcode,
      text: error?.root?.Envelope?.Body?.Fault?.faultstring,
    }
  }
  expect(await fault(staffing.Hire_EmployeeAsync(hire('2026-12-01')))).toEqual({
    status: 500,
    code: 'SOAP-ENV:Client.validationError',
    text: 'Validation error occurred. Enter a unique Employee ID. The ID is already in use by Ada Byron.',
  })
  expect((await fault(workerOf(people, '404'))).text).toBe(
    "Validation error occurred. Invalid ID value.  '404' is not a valid ID value for type = 'Employee_ID'",
  )
  people.setSecurity(new WSSecurity(at.env.WORKDAY_USERNAME ?? '', 'a guess'))
  expect(await fault(workerOf(people, '777'))).toEqual({
    status: 500,
    code: 'SOAP-ENV:Client.authenticationError',
    text: 'invalid username or password',
  })
})

test('organizations, locations, job profiles and the time are told', async () => {
  const at = await tenant()
  const people = await connect(at, 'Human_Resources')
  const [organizations] = await people.Get_OrganizationsAsync({
    Request_Criteria: { Organization_Type_Reference: reference('Organization_Type_ID', 'COMPANY') },
  })
  expect(organizations.Response_Data.Organization).toHaveLength(1)
  const [locations] = await people.Get_LocationsAsync({ Response_Filter: { Page: 1, Count: 2 } })
  expect(Number(locations.Response_Results[0]?.Total_Pages ?? locations.Response_Results.Total_Pages)).toBe(3)
  const [profiles] = await people.Get_Job_ProfilesAsync({})
  expect(profiles.Response_Data.Job_Profile).toHaveLength(30)
  const [time] = await people.Get_Server_TimestampAsync({})
  expect(new Date(time.Server_Timestamp_Data[0]).getTime()).toBe(at.world.clock.now())
})

test.skipIf(!existsSync(VENDOR_WSDLS))(
  "the vendor's own WSDLs lead to the same answers (skipped where they are absent)",
  async () => {
    const at = await tenant({ fixtures: true })
    const people = await connect(at, 'Human_Resources', join(VENDOR_WSDLS, 'Human_Resources.wsdl'))
    const [answer] = await people.Get_WorkersAsync({ Response_Filter: { Page: 2, Count: 100 } })
    expect(answer.Response_Data.Worker).toHaveLength(100)
    expect(answer.Response_Data.Worker[0].Worker_Data.Compensation_Data).toBeDefined()
  },
)
