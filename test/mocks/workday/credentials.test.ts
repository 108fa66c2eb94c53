import { expect, test } from 'vitest'
import { tenant } from '../../support/workday.js'

type Tenant = Awaited<ReturnType<typeof tenant>>

const OVERLAP = 3_600_000

function envOf(at: Tenant, world = at.world): Record<string, string> {
  const runtime = at.sandbox.runtime('workday')
  const list = runtime?.definition.credentials.list(world.view(runtime, '')) ?? []
  return Object.fromEntries(list.map(({ variable, value }) => [variable, value]))
}

function roll(at: Tenant, variable: string, overlap: number): void {
  const runtime = at.sandbox.runtime('workday')
  if (!runtime) throw new Error('no workday')
  at.world.transact('roll', undefined, () =>
    runtime.definition.credentials.roll?.(variable, overlap, at.world.view(runtime, '')),
  )
}

async function tokenBy(at: Tenant, env: Record<string, string>) {
  const answer = await fetch(`${at.origin}/ccx/oauth2/${env.WORKDAY_TENANT}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: env.WORKDAY_REFRESH_TOKEN ?? '',
      client_id: env.WORKDAY_CLIENT_ID ?? '',
      client_secret: env.WORKDAY_CLIENT_SECRET ?? '',
    }),
  })
  return { status: answer.status, body: (await answer.json()) as { error?: string; access_token?: string } }
}

async function reportBy(at: Tenant, env: Record<string, string>): Promise<number> {
  const basic = Buffer.from(`${env.WORKDAY_USERNAME}:${env.WORKDAY_PASSWORD}`).toString('base64')
  const url = `${at.origin}/ccx/service/customreport2/${env.WORKDAY_TENANT}/ISU_Standin/Worker_Roster?format=json`
  return (await fetch(url, { headers: { authorization: `Basic ${basic}` } })).status
}

async function workersBy(at: Tenant, tenantName: string, token: string): Promise<number> {
  const url = `${at.origin}/ccx/api/staffing/v6/${tenantName}/workers?limit=1`
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status
}

test.each([
  ['WORKDAY_CLIENT_SECRET', 401, 'invalid_client'],
  ['WORKDAY_REFRESH_TOKEN', 400, 'invalid_grant'],
] as const)(
  '%s is rolled: the old one holds for as long as was asked, and then no more',
  async (variable, status, error) => {
    const at = await tenant()
    const before = envOf(at)
    roll(at, variable, OVERLAP)
    const after = envOf(at)
    expect(after[variable]).not.toBe(before[variable])
    expect([await tokenBy(at, before), await tokenBy(at, after)]).toMatchObject([{ status: 200 }, { status: 200 }])
    await at.world.scheduler.advanceTo(at.world.clock.now() + OVERLAP)
    expect(await tokenBy(at, before)).toMatchObject({ status, body: { error } })
    expect((await tokenBy(at, after)).status).toBe(200)
  },
)

test('the password is rolled: without an overlap the old one is over at once', async () => {
  const at = await tenant()
  const before = envOf(at)
  roll(at, 'WORKDAY_PASSWORD', 0)
  expect([await reportBy(at, before), await reportBy(at, envOf(at))]).toEqual([401, 200])
})

test('a copy of a tenant has a name and credentials of its own, and those of the original are not its', async () => {
  const at = await tenant()
  const copy = at.sandbox.forkWorld('copy', at.world.snapshot())
  const [old, own] = [envOf(at), envOf(at, copy)]
  expect(own.WORKDAY_TENANT).toBe('copy_dpt1')
  for (const [variable, value] of Object.entries(own))
    if (variable !== 'WORKDAY_BASE_URL') expect(value).not.toBe(old[variable])
  const { body } = await tokenBy(at, own)
  expect(await workersBy(at, 'copy_dpt1', body.access_token ?? '')).toBe(200)
  expect(await workersBy(at, 'copy_dpt1', old.WORKDAY_ACCESS_TOKEN ?? '')).toBe(401)
  expect([
    await reportBy(at, own),
    await reportBy(at, { ...own, WORKDAY_PASSWORD: old.WORKDAY_PASSWORD ?? '' }),
  ]).toEqual([200, 401])
})

test('the owner may do what the integration was not granted', async () => {
  const at = await tenant({ settings: { workday: { domains: {}, scopes: ['Core Payroll'] } } })
  const runtime = at.sandbox.runtime('workday')
  const owner = runtime?.definition.credentials.owner?.(at.world.view(runtime, '')) ?? {}
  const url = `${at.origin}/ccx/api/staffing/v6/${at.tenant}/workers?limit=1`
  expect((await fetch(url, { headers: owner })).status).toBe(200)
  expect(await workersBy(at, at.tenant, at.env.WORKDAY_ACCESS_TOKEN ?? '')).toBe(403)
})
