import { expect, test } from 'vitest'
import { accessReport } from '../../../src/engine/access/access-report.js'
import { keysOf } from '../../../src/engine/access/keys.js'
import { rollCredential } from '../../../src/engine/access/roll-credential.js'
import { tenant } from '../../support/workday.js'

const PUBLIC = 'Worker Data: Public Worker Reports'
const LEAVE = 'Worker Data: Leave of Absence'

async function reported(workday: Record<string, unknown> = {}) {
  const at = await tenant({ settings: { workday } })
  const holder = (kind: string) => accessReport(at.world).vendors[0]?.holders.find((each) => each.kind === kind)
  const soap = async (body: string) => {
    const { WORKDAY_USERNAME: user, WORKDAY_PASSWORD: password } = at.env
    const envelope = `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><wsse:UsernameToken><wsse:Username>${user}</wsse:Username><wsse:Password>${password}</wsse:Password></wsse:UsernameToken></wsse:Security></env:Header><env:Body>${body}</env:Body></env:Envelope>`
    const answer = await fetch(`${at.origin}/ccx/service/${at.tenant}/Human_Resources/v46.1`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: envelope,
    })
    return { status: answer.status, text: await answer.text() }
  }
  return { at, holder, soap }
}

const WORKERS = (group: string) =>
  `<wd:Get_Workers_Request xmlns:wd="urn:com.workday/bsvc" wd:version="v46.1"><wd:Response_Group>${group}</wd:Response_Group></wd:Get_Workers_Request>`

test('of an integration system user: domains that were used, never used, and refused', async () => {
  const { at, holder } = await reported({ domains: { [PUBLIC]: ['Get'], [LEAVE]: ['Get', 'Put'] } })
  const [worker] = (await at.rest('GET', 'absenceManagement/v1/{tenant}/workers?limit=1')).body.data
  const refused = await at.rest('GET', `absenceManagement/v1/{tenant}/workers/${worker.id}/validTimeOffDates`)

  expect(refused.status).toBe(403)
  expect(holder('integration system user')).toMatchObject({
    name: 'ISU_Standin',
    grants: [
      {
        name: `${PUBLIC}: Get`,
        from: 'ISSG_Standin',
        requests: 1,
        first: { operation: 'GET /ccx/api/absenceManagement/v1/{tenant}/workers' },
      },
      { name: `${LEAVE}: Get`, requests: 0 },
      { name: `${LEAVE}: Put`, requests: 0 },
    ],
    refused: [{ name: 'Request Time Off (REST Service): Get', silent: false, requests: 1 }],
  })
})

test('of an API client: functional areas', async () => {
  const { at, holder } = await reported({ scopes: ['Staffing', 'Contact Information'] })
  await at.rest('GET', 'absenceManagement/v1/{tenant}/workers?limit=1')
  await at.rest('GET', 'absenceManagement/v1/{tenant}/balances')

  expect(holder('API client')).toMatchObject({
    grants: [
      { name: 'Staffing', requests: 1 },
      { name: 'Contact Information', requests: 0 },
    ],
    refused: [{ name: 'Time Off and Leave', requests: 1 }],
  })
})

test('where every domain is granted, what would have done is named', async () => {
  const { at, holder } = await reported()
  await at.rest('GET', 'absenceManagement/v1/{tenant}/workers?limit=1')

  expect(holder('integration system user')?.grants).toMatchObject([
    {
      name: 'every domain',
      broad: true,
      requests: 1,
      as: [{ name: `${PUBLIC} or Self-Service: Current Staffing Information: Get`, requests: 1 }],
    },
  ])
})

test('a part of a worker that is left out without a word is told', async () => {
  const { holder, soap } = await reported({
    domains: { 'Worker Data: Current Staffing Information': ['Get'], [PUBLIC]: ['Get'] },
  })
  const { status, text } = await soap(
    WORKERS(
      '<wd:Include_Employment_Information>true</wd:Include_Employment_Information><wd:Include_Compensation>true</wd:Include_Compensation>',
    ),
  )

  expect(status).toBe(200)
  expect(text).not.toContain('Compensation_Data')
  expect(holder('integration system user')?.refused).toMatchObject([
    { name: 'Worker Data: Compensation by Organization: Get', silent: true, requests: 1 },
  ])
})

test('a policy that waits for its activation grants nothing, and is shown as that', async () => {
  const { at, holder } = await reported({ domains: {}, pendingDomains: { [PUBLIC]: ['Get'] } })
  await at.rest('GET', 'absenceManagement/v1/{tenant}/workers?limit=1')

  expect(holder('integration system user')).toMatchObject({
    grants: [{ kind: 'pending domain permission', name: `${PUBLIC}: Get`, requests: 0 }],
    refused: [{ name: `${PUBLIC} or Self-Service: Current Staffing Information: Get` }],
  })
})

test('who still signs in with the old password is told', async () => {
  const { at, soap } = await reported()
  const runtime = at.sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  rollCredential(at.world, runtime, 'WORKDAY_PASSWORD', 3_600_000)
  const request = WORKERS('<wd:Include_Reference>true</wd:Include_Reference>')
  expect((await soap(request)).status).toBe(200)
  await at.world.scheduler.advanceTo(at.world.clock.now() + 3_600_000)
  expect((await soap(request)).text).toContain('invalid username or password')

  expect(keysOf(at.world, runtime).filter(({ variable }) => variable === 'WORKDAY_PASSWORD')).toMatchObject([
    { state: 'current', requests: 0 },
    { state: 'over', requests: 2, refused: 1 },
  ])
})
