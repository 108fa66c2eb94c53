import { expect, test } from 'vitest'
import { answered, logIn, token } from '../support/browser.js'
import { org } from '../support/org.js'

type Org = Awaited<ReturnType<typeof org>>

async function approved(acme: Org, scope = 'api refresh_token'): Promise<{ access: string; refresh: string }> {
  const { code = '' } = answered(await logIn(acme, { scope }))
  const { json } = await token(acme, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:3000/callback',
  })
  return { access: json.access_token, refresh: json.refresh_token }
}
const refreshed = (acme: Org, refresh_token: string, more = {}) =>
  token(acme, { grant_type: 'refresh_token', refresh_token, ...more })

test('a refresh token gives new sessions for as long as nobody revokes it', async () => {
  const acme = await org()
  const { refresh } = await approved(acme)
  const { json } = await refreshed(acme, refresh)
  expect(json).not.toHaveProperty('refresh_token')
  expect((await acme.send('/services/oauth2/userinfo', { token: json.access_token })).status).toBe(200)
  expect((await refreshed(acme, refresh)).status).toBe(200)
  expect((await refreshed(acme, 'unknown')).json).toEqual({
    error: 'invalid_grant',
    error_description: 'expired access/refresh token',
  })
})

test('with rotation each use gives another and ends the old one', async () => {
  const acme = await org({ connectedApp: { rotateRefreshTokens: true } })
  const { refresh } = await approved(acme)
  const { json } = await refreshed(acme, refresh)
  expect(json.refresh_token).not.toBe(refresh)
  expect((await refreshed(acme, refresh)).json.error).toBe('invalid_grant')
  expect((await refreshed(acme, json.refresh_token)).status).toBe(200)
})

test('the sixth approval of an app by a user silently revokes the oldest', async () => {
  const acme = await org()
  const tokens: string[] = []
  for (let i = 0; i < 6; i++) tokens.push((await approved(acme)).refresh)
  const states = await Promise.all(tokens.map(async (value) => (await refreshed(acme, value)).status))
  expect(states).toEqual([400, 200, 200, 200, 200, 200])
})

test('without the scope there is none, and a refresh may narrow what was granted but not widen it', async () => {
  const acme = await org()
  expect((await approved(acme, 'api')).refresh).toBeUndefined()
  const { refresh } = await approved(acme, 'api id refresh_token')
  expect((await refreshed(acme, refresh, { scope: 'id' })).json.scope).toBe('id')
  expect((await refreshed(acme, refresh, { scope: 'web' })).json.error).toBe('invalid_scope')
})

test('revoking a refresh token ends the sessions that came of it', async () => {
  const acme = await org()
  const { access, refresh } = await approved(acme)
  const revoke = (value: string) =>
    acme.send('/services/oauth2/revoke', { method: 'POST', form: { token: value }, token: null })
  const done = await revoke(refresh)
  expect([done.status, done.text]).toEqual([200, ''])
  expect((await acme.send('/services/oauth2/userinfo', { token: access })).json).toEqual([
    { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
  ])
  expect((await refreshed(acme, refresh)).json.error).toBe('invalid_grant')
  expect((await revoke(refresh)).status).toBe(400)
  expect(
    (await acme.send(`/services/oauth2/revoke?token=${acme.env('SF_ACCESS_TOKEN')}`, { token: null })).status,
  ).toBe(200)
})
