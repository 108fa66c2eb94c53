import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { signJwt } from '../../../../mocks/salesforce/oauth/jwt.js'
import { post } from '../support/browser.js'
import { org } from '../support/org.js'

type Org = Awaited<ReturnType<typeof org>>
const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

function send(acme: Org, claims: Record<string, unknown> = {}, key = acme.env('SF_PRIVATE_KEY')) {
  const now = Math.floor(Date.now() / 1000)
  const assertion = signJwt(
    {
      iss: acme.env('SF_CLIENT_ID'),
      sub: acme.env('SF_USERNAME'),
      aud: 'https://login.salesforce.com',
      exp: now + 180,
      ...claims,
    },
    key,
  )
  return post(acme.send, '/services/oauth2/token', { grant_type, assertion })
}

test('a server proves itself with the key that its app knows', async () => {
  const acme = await org()
  const { status, json } = await send(acme)
  expect(status).toBe(200)
  expect(json).not.toHaveProperty('refresh_token')
  expect((await acme.send('/services/oauth2/userinfo', { token: json.access_token })).json).toMatchObject({
    preferred_username: acme.env('SF_USERNAME'),
  })
})

test('a public key of the configuration is as good, and exp may be text', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificates = [publicKey.export({ type: 'spki', format: 'pem' }).toString()]
  const acme = await org({ connectedApp: { certificates } })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect((await send(acme, { exp: String(Math.floor(Date.now() / 1000) + 60) }, pem)).status).toBe(200)
})

test('whoever signs with another key, for another audience, too late or unasked is refused', async () => {
  const acme = await org()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const refused = async (claims: Record<string, unknown>, key?: string) => {
    const { status, json } = await send(acme, claims, key)
    return [status, json.error, json.error_description]
  }
  expect(await refused({}, other)).toEqual([400, 'invalid_grant', 'invalid assertion'])
  expect(await refused({ aud: 'https://evil.test' })).toEqual([400, 'invalid_grant', 'audience is invalid'])
  const now = Math.floor(Date.now() / 1000)
  expect(await refused({ exp: now - 300 })).toEqual([400, 'invalid_grant', 'expired assertion'])
  expect(await refused({ exp: now + 86_400 })).toEqual([400, 'invalid_grant', 'invalid assertion'])
  expect(await refused({ sub: 'user@default.standin.test' })).toEqual([
    400,
    'invalid_grant',
    "user hasn't approved this consumer",
  ])
  expect(await refused({ iss: 'nobody' })).toEqual([400, 'invalid_client_id', 'client identifier invalid'])
})

test('the clock of the world does not make an assertion late: what a client stamps is by the wall', async () => {
  const acme = await org()
  await acme.wait(365 * 86_400_000)
  expect((await send(acme)).status).toBe(200)
})

test('what is no token is refused, "alg": "none" too', async () => {
  const acme = await org()
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(`{"iss":"${acme.env('SF_CLIENT_ID')}"}`).toString('base64url')}.AA`
  for (const assertion of ['', 'x', 'a.b.c', none]) {
    expect((await post(acme.send, '/services/oauth2/token', { grant_type, assertion })).status).toBe(400)
  }
})
