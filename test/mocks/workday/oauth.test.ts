import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { DAY } from '../../support/stripe.js'
import { tenant } from '../../support/workday.js'

type Tenant = Awaited<ReturnType<typeof tenant>>
const REDIRECT = 'http://127.0.0.1:9/callback'

async function token({ origin, tenant: name, env }: Tenant, form: Record<string, string>, basic = false) {
  const { WORKDAY_CLIENT_ID: id = '', WORKDAY_CLIENT_SECRET: secret = '' } = env
  const client = basic ? {} : { client_id: id, client_secret: secret }
  const headers = basic
    ? { authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${secret}`).toString('base64')}` }
    : undefined
  const body = new URLSearchParams({ ...client, ...form })
  const answer = await fetch(`${origin}/ccx/oauth2/${name}/token`, {
    method: 'POST',
    body,
    ...(headers && { headers }),
  })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

const workersWith = async ({ origin, tenant: name }: Tenant, access: string) =>
  (await fetch(`${origin}/ccx/api/staffing/v6/${name}/workers`, { headers: { authorization: `Bearer ${access}` } }))
    .status

test.each([true, false])(
  'a refresh token gives an access token that lives an hour (client in Basic: %s)',
  async (basic) => {
    const at = await tenant()
    const { status, body } = await token(
      at,
      { grant_type: 'refresh_token', refresh_token: at.env.WORKDAY_REFRESH_TOKEN ?? '' },
      basic,
    )
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3600])
    expect(await workersWith(at, body.access_token)).toBe(200)
    await at.world.scheduler.advanceTo(at.world.clock.now() + DAY)
    expect(await workersWith(at, body.access_token)).toBe(401)
  },
)

test('a wrong secret, another token and an unknown grant are refused as RFC 6749 has it', async () => {
  const at = await tenant()
  const refresh = { grant_type: 'refresh_token', refresh_token: at.env.WORKDAY_REFRESH_TOKEN ?? '' }
  expect(await token(at, { ...refresh, client_secret: 'guess' })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  })
  expect(await token(at, { ...refresh, refresh_token: 'guess' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  })
  expect(await token(at, { grant_type: 'magic' })).toMatchObject({ body: { error: 'unsupported_grant_type' } })
  expect(await token(at, { grant_type: 'client_credentials' })).toMatchObject({
    body: { error: 'unsupported_grant_type' },
  })
})

test('somebody signs in and allows: the code, once, with its verifier, gives tokens', async () => {
  const at = await tenant({ settings: { workday: { redirectUris: [REDIRECT] } } })
  const verifier = 'a verifier that is long enough for everybody to be content'
  const fields = {
    client_id: at.env.WORKDAY_CLIENT_ID ?? '',
    redirect_uri: REDIRECT,
    response_type: 'code',
    state: 'xyz',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  }
  const post = (more: Record<string, string>) =>
    fetch(`${at.origin}/${at.tenant}/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, ...more }),
      redirect: 'manual',
    })
  const who = { username: at.env.WORKDAY_USERNAME ?? '', password: at.env.WORKDAY_PASSWORD ?? '' }
  expect((await fetch(`${at.origin}/${at.tenant}/authorize?${new URLSearchParams(fields)}`)).status).toBe(200)
  expect((await post({ ...who, password: 'a guess', decision: 'allow' })).status).toBe(401)
  expect((await post({ decision: 'deny' })).headers.get('location')).toBe(`${REDIRECT}?error=access_denied&state=xyz`)
  const allowed = new URL((await post({ ...who, decision: 'allow' })).headers.get('location') ?? '')
  expect(allowed.searchParams.get('state')).toBe('xyz')
  const code = { grant_type: 'authorization_code', code: allowed.searchParams.get('code') ?? '' }
  expect((await token(at, { ...code, code_verifier: 'another' })).body.error).toBe('invalid_grant')
  const { body } = await token(at, { ...code, code_verifier: verifier })
  expect(await workersWith(at, body.access_token)).toBe(200)
  expect((await token(at, { ...code, code_verifier: verifier })).body.error).toBe('invalid_grant')
})

test('a client with a registered key signs its assertion; one signed otherwise or too old is refused', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const at = await tenant({ settings: { workday: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }) } } })
  const assertion = (expires: number, key = privateKey) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = {
      iss: at.env.WORKDAY_CLIENT_ID,
      sub: 'ISU_Standin',
      aud: 'wd',
      exp: Math.floor(Date.now() / 1000) + expires,
    }
    const text = `${part({ alg: 'RS256' })}.${part(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
  }
  const ask = (jwt: string) => token(at, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt })
  expect((await ask(assertion(60))).status).toBe(200)
  expect((await ask(assertion(-60))).body.error).toBe('invalid_grant')
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  expect((await ask(assertion(60, other))).body.error).toBe('invalid_grant')
})
