import { afterEach, describe, expect, test } from 'vitest'
import { answered, logIn } from '../../mocks/salesforce/support/browser.js'
import { loadJsforce, openOrg } from './door.js'

const jsforce = loadJsforce()
const redirectUri = 'http://localhost:3000/callback'
let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

async function start(settings = {}) {
  const acme = await openOrg(settings)
  close = acme.close
  const oauth2 = {
    loginUrl: acme.url,
    clientId: acme.env('SF_CLIENT_ID'),
    clientSecret: acme.env('SF_CLIENT_SECRET'),
    redirectUri,
  }
  return { acme, oauth2 }
}

describe.skipIf(!jsforce)('jsforce (skipped where it is not installed)', () => {
  if (!jsforce) return
  const { Connection, OAuth2 } = jsforce

  test('web server flow with a code verifier, refresh and revocation', async () => {
    const { acme, oauth2 } = await start()
    const client = new OAuth2({ ...oauth2, useVerifier: true })
    const asked = new URL(client.getAuthorizationUrl({ scope: 'api id refresh_token' }))
    expect(asked.origin).toBe(acme.url)
    const { code = '' } = answered(await logIn(acme, Object.fromEntries(asked.searchParams)))
    const tokens = await client.requestToken(code)
    const renewed = await client.refreshToken(tokens.refresh_token)
    expect(renewed.access_token).not.toBe(tokens.access_token)
    await client.revokeToken(tokens.refresh_token)
    await expect(client.refreshToken(tokens.refresh_token)).rejects.toMatchObject({ name: 'invalid_grant' })
    await expect(client.revokeToken('unknown')).rejects.toMatchObject({ name: 'invalid_token' })
  })

  test('client credentials, then identity and limits', async () => {
    const { acme, oauth2 } = await start()
    const connection = new Connection({ instanceUrl: acme.url, oauth2 })
    const user = await connection.authorize({ grant_type: 'client_credentials' })
    expect(user.organizationId).toBe(acme.view.oauth.org.organization)
    expect((await connection.identity()).username).toBe('integration@default.standin.test')
    expect((await connection.limits()).DailyApiRequests?.Max).toBe(15_000)
    expect(connection.limitInfo.apiUsage?.limit).toBe(15_000)
  })

  test('user name and password; a wrong one is told by its name', async () => {
    const { acme, oauth2 } = await start()
    const connection = new Connection({ oauth2 })
    await connection.login(acme.env('SF_USERNAME'), acme.env('SF_PASSWORD'))
    expect(connection.instanceUrl).toBe(acme.url)
    await expect(new Connection({ oauth2 }).login(acme.env('SF_USERNAME'), 'x')).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'authentication failure',
    })
  })

  test('a session that is over is renewed by the client with its refresh token', async () => {
    const { acme, oauth2 } = await start()
    const client = new OAuth2(oauth2)
    const { code = '' } = answered(await logIn(acme, { scope: 'api id refresh_token' }))
    const tokens = await client.requestToken(code)
    const connection = new Connection({
      instanceUrl: acme.url,
      oauth2: client,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
    })
    let renewed = ''
    connection.on('refresh', (token) => {
      renewed = token
    })
    await acme.wait(3 * 3_600_000)
    expect((await connection.identity()).username).toBe(acme.env('SF_USERNAME'))
    expect(renewed).toMatch(/^00D/)
  })
})
