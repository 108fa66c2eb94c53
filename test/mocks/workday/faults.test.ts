import { beforeEach, expect, test } from 'vitest'
import type { Fault } from '../../../src/index.js'
import { tenant } from '../../support/workday.js'

// Each face tells what goes wrong on purpose in its own form.
const at = await tenant()
const service = `${at.origin}/ccx/service/${at.tenant}`
const token = `Bearer ${at.env.WORKDAY_ACCESS_TOKEN}`
const user = `Basic ${Buffer.from(`${at.env.WORKDAY_USERNAME}:${at.env.WORKDAY_PASSWORD}`).toString('base64')}`
const NAME = at.env.WORKDAY_USERNAME ?? ''

const envelope = (username: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><Security><UsernameToken><Username>${username}</Username><Password>${at.env.WORKDAY_PASSWORD}</Password></UsernameToken></Security></e:Header><e:Body><Server_Timestamp_Get xmlns="urn:com.workday/bsvc"/></e:Body></e:Envelope>`

const FACES = {
  rest: () =>
    fetch(`${at.origin}/ccx/api/staffing/v6/${at.tenant}/workers?limit=1`, { headers: { authorization: token } }),
  wql: () => fetch(`${at.origin}/ccx/api/wql/v1/${at.tenant}/dataSources`, { headers: { authorization: token } }),
  report: () =>
    fetch(
      `${service}/customreport2/${at.tenant}/ISU_Standin/Worker_Roster?format=json`.replace(
        `${at.tenant}/customreport2`,
        'customreport2',
      ),
      {
        headers: { authorization: user },
      },
    ),
  soap: () =>
    fetch(`${service}/Human_Resources/v42.1`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: envelope(NAME),
    }),
  oauth: () =>
    fetch(`${at.origin}/ccx/oauth2/${at.tenant}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: at.env.WORKDAY_REFRESH_TOKEN ?? '',
        client_id: at.env.WORKDAY_CLIENT_ID ?? '',
        client_secret: at.env.WORKDAY_CLIENT_SECRET ?? '',
      }),
    }),
} as const

type Face = keyof typeof FACES

async function met(face: Face, effect: Fault['effect']) {
  const { id } = at.world.faults.add({ effect })
  const answer = await FACES[face]()
  at.world.faults.remove(id)
  const [type] = (answer.headers.get('content-type') ?? '').split(';')
  return { status: answer.status, type, retryAfter: answer.headers.get('retry-after'), text: await answer.text() }
}

beforeEach(() => at.world.faults.clear())

test.each(Object.keys(FACES) as Face[])('%s answers where nothing goes wrong', async (face) => {
  expect((await FACES[face]()).status).toBe(200)
})

test.each([
  ['rest', 429, 'application/json', '{"error":"Too many requests."}'],
  ['wql', 429, 'application/json', '{"error":"Too many requests."}'],
  ['report', 429, 'application/json', '{"error":"Too many requests."}'],
  ['soap', 429, 'text/xml', 'Processing error occurred. Too many requests.'],
  ['oauth', 429, 'application/json', 'Too many requests.'],
] as const)('too many requests, on %s', async (face, status, type, text) => {
  const answer = await met(face, { kind: 'rate-limit', retryAfter: 7 })
  expect(answer).toMatchObject({ status, type, retryAfter: '7' })
  expect(answer.text).toContain(text)
})

test.each([
  ['rest', 'application/json', '{"error":"Workday is currently unavailable."}'],
  ['report', 'text/html', '<h1>Workday is currently unavailable.</h1>'],
  ['soap', 'text/html', '<h1>Workday is currently unavailable.</h1>'],
  ['oauth', 'application/json', '"error_description":"Workday is currently unavailable."'],
] as const)('it is down for half an hour, on %s', async (face, type, text) => {
  const answer = await met(face, { kind: 'maintenance', minutes: 30 })
  expect(answer).toMatchObject({ status: 503, type, retryAfter: '1800' })
  expect(answer.text).toContain(text)
})

test.each([
  ['rest', 401, '{"error":"Invalid resource or operation."}'],
  [
    'soap',
    500,
    '<faultcode>SOAP-ENV:Client.authenticationError</faultcode><faultstring>invalid username or password</faultstring>',
  ],
  ['report', 401, '{"error":"Invalid resource or operation."}'],
] as const)('a credential that no longer holds, on %s', async (face, status, text) => {
  for (const state of ['expired', 'revoked'] as const) {
    const answer = await met(face, { kind: 'token', state })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
  }
})

test.each([
  ['rest', 'A428', 400, '"code":"A428"'],
  ['rest', 'Client.authenticationError', 401, 'Invalid resource or operation.'],
  ['soap', 'Server.processingError', 500, 'The task submitted is not authorized.'],
  ['soap', 'A428', 500, '<faultcode>SOAP-ENV:Client.validationError</faultcode>'],
  ['oauth', 'invalid_client', 401, '"error":"invalid_client"'],
  ['oauth', 'invalid_grant', 400, '"error":"invalid_grant"'],
] as const)('on %s, the code %s', async (face, code, status, text) => {
  const answer = await met(face, { kind: 'status', code })
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(text)
})

test('a status alone: SOAP has 500 for what goes wrong with the work', async () => {
  expect(await met('rest', { kind: 'status', status: 404 })).toMatchObject({ status: 404 })
  expect(await met('soap', { kind: 'status', status: 404 })).toMatchObject({ status: 500, type: 'text/xml' })
  expect(await met('soap', { kind: 'status', status: 503, retryAfter: 3 })).toMatchObject({
    status: 503,
    retryAfter: '3',
  })
})
