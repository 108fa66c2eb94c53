import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { answered, hiddenFields, logIn, post, token } from '../support/browser.js'
import { org } from '../support/org.js'

const redirect_uri = 'http://localhost:3000/callback'
const MINUTES = 60_000

test('a person logs in, and the app exchanges the code for tokens that work', async () => {
  const acme = await org()
  const back = await logIn(acme, { state: 'xyz&1', scope: 'api refresh_token id' })
  expect(back.status).toBe(302)
  const { code = '', state } = answered(back)
  expect(state).toBe('xyz&1')
  const tokens = await token(acme, { grant_type: 'authorization_code', code, redirect_uri })
  expect(tokens.json).toMatchObject({
    token_type: 'Bearer',
    scope: 'api refresh_token id',
    instance_url: 'https://localhost',
    refresh_token: expect.stringMatching(/^5Aep861/),
    issued_at: String(Date.UTC(2026, 0, 15, 9)),
  })
  expect(tokens.json.access_token).toMatch(/^00D\w{12}![\w.]{96}$/)
  expect(tokens.headers['Cache-Control']).toContain('no-store')
  expect(tokens.json).not.toHaveProperty('expires_in')
  expect((await acme.send('/services/oauth2/userinfo', { token: tokens.json.access_token })).status).toBe(200)
})

test('a code is good once, for fifteen minutes, and for the redirect_uri it was sent to', async () => {
  const acme = await org()
  const code = async () => answered(await logIn(acme)).code ?? ''
  const once = await code()
  const exchange = (value: string, more = {}) =>
    token(acme, { grant_type: 'authorization_code', code: value, redirect_uri, ...more })
  expect((await exchange(once)).status).toBe(200)
  expect((await exchange(once)).json).toEqual({
    error: 'invalid_grant',
    error_description: 'invalid authorization code',
  })
  expect((await exchange(await code(), { redirect_uri: 'http://localhost:3000/other' })).json).toEqual({
    error: 'invalid_grant',
    error_description: 'redirect_uri must match configuration',
  })
  const old = await code()
  await acme.wait(15 * MINUTES)
  const expired = await exchange(old)
  expect(expired.status).toBe(400)
  expect(expired.json).toEqual({ error: 'invalid_grant', error_description: 'expired authorization code' })
})

test('PKCE: the verifier has to fit the challenge, and then stands for the secret of a public client', async () => {
  const acme = await org({ connectedApp: { requireSecret: false, requirePkce: true } })
  const code_verifier = 'a'.repeat(64)
  const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
  const ask = async () => answered(await logIn(acme, { code_challenge })).code ?? ''
  const exchange = async (form: Record<string, string>) =>
    post(acme.send, '/services/oauth2/token', {
      grant_type: 'authorization_code',
      client_id: acme.env('SF_CLIENT_ID'),
      redirect_uri,
      code: await ask(),
      ...form,
    })
  expect((await exchange({ code_verifier })).status).toBe(200)
  expect((await exchange({ code_verifier: 'b'.repeat(64) })).json).toEqual({
    error: 'invalid_grant',
    error_description: 'invalid code verifier',
  })
  expect((await exchange({})).json.error_description).toBe('invalid code verifier')
  const query = new URLSearchParams({ response_type: 'code', client_id: acme.env('SF_CLIENT_ID'), redirect_uri })
  const refused = await acme.send(`/services/oauth2/authorize?${query}`, { token: null })
  expect(answered(refused)).toMatchObject({ error: 'invalid_request' })
})

test('an app that keeps a secret has to show the right one', async () => {
  const acme = await org()
  const { code = '' } = answered(await logIn(acme))
  const wrong = await token(acme, { grant_type: 'authorization_code', code, redirect_uri, client_secret: 'guess' })
  expect(wrong.json).toEqual({ error: 'invalid_client', error_description: 'invalid client credentials' })
  const unknown = await token(acme, { grant_type: 'authorization_code', code, redirect_uri, client_id: 'nobody' })
  expect(unknown.json).toEqual({ error: 'invalid_client_id', error_description: 'client identifier invalid' })
  const basic = Buffer.from(`${acme.env('SF_CLIENT_ID')}:${acme.env('SF_CLIENT_SECRET')}`).toString('base64')
  const right = await acme.send('/services/oauth2/token', {
    method: 'POST',
    token: null,
    form: { grant_type: 'authorization_code', code, redirect_uri },
    headers: { authorization: `Basic ${basic}` },
  })
  expect(right.status).toBe(200)
})

test('a user who has not said yes before is asked, and may say no', async () => {
  const acme = await org()
  const username = 'user@default.standin.test'
  const consent = await logIn(acme, { state: 's' }, { username })
  expect(consent.status).toBe(200)
  expect(consent.text).toContain('Allow Access?')
  const allow = await post(acme.send, '/setup/secur/RemoteAccessAuthorizationPage.apexp', {
    ...hiddenFields(consent.text),
    answer: 'allow',
  })
  expect(answered(allow)).toHaveProperty('code')
  expect((await logIn(acme, {}, { username })).status).toBe(302)
  const denied = await logIn(acme, { prompt: 'consent', state: 's' }, { username, answer: 'deny' })
  expect(answered(denied)).toEqual({
    error: 'access_denied',
    error_description: 'end-user denied authorization',
    state: 's',
  })
})

test('a wrong password leads back to the login page, which may be tried again', async () => {
  const acme = await org()
  const again = await logIn(acme, {}, { password: 'wrong' })
  expect(again.status).toBe(401)
  expect(again.text).toContain('Please check your username and password')
})

test('an unknown app or callback has an error page, since there is nowhere to go back to', async () => {
  const { send, env } = await org()
  const unknown = await send('/services/oauth2/authorize?response_type=code&client_id=nobody', { token: null })
  expect(unknown.status).toBe(400)
  expect(unknown.text).toContain('error=invalid_client_id')
  const query = new URLSearchParams({ client_id: env('SF_CLIENT_ID'), redirect_uri: 'https://evil.test/"><script>' })
  const elsewhere = await send(`/services/oauth2/authorize?response_type=code&${query}`, { token: null })
  expect(elsewhere.text).toContain('error=redirect_uri_mismatch')
})

test('what is wrong with the request goes back to the app', async () => {
  const { send, env } = await org()
  const ask = async (more: Record<string, string>) => {
    const query = new URLSearchParams({ response_type: 'code', client_id: env('SF_CLIENT_ID'), redirect_uri, ...more })
    return answered(await send(`/services/oauth2/authorize?${query}`, { token: null })).error
  }
  expect(await ask({ response_type: 'magic' })).toBe('unsupported_response_type')
  expect(await ask({ scope: 'api nonsense' })).toBe('invalid_scope')
  expect(await ask({ scope: 'full' })).toBe('invalid_scope')
  expect(await ask({ prompt: 'none' })).toBe('immediate_unsuccessful')
  expect(await ask({ code_challenge: 'x', code_challenge_method: 'plain' })).toBe('invalid_request')
})

test('the user-agent flow answers behind the #', async () => {
  const acme = await org()
  const back = await logIn(acme, { response_type: 'token', state: 'q' })
  expect(String(back.headers.Location)).toMatch(/^http:\/\/localhost:3000\/callback#access_token=00D/)
  expect(answered(back)).toMatchObject({ state: 'q', token_type: 'Bearer' })
})

test('pages hold no script, allow none, and escape what they are given', async () => {
  const { send, env } = await org({ connectedApp: { name: '<img src=x onerror=alert(1)>' } })
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: env('SF_CLIENT_ID'),
    redirect_uri,
    login_hint: '"><script>alert(1)</script>',
  })
  const page = await send(`/services/oauth2/authorize?${query}`, { token: null })
  expect(page.text).not.toMatch(/<script|<img/)
  expect(page.headers['Content-Security-Policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:3000; base-uri 'none'; frame-ancestors 'none'$/,
  )
})
