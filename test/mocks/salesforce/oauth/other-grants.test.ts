import { expect, test } from 'vitest'
import { post, token } from '../support/browser.js'
import { org } from '../support/org.js'

test('client credentials act as the integration user, on the org its own domain', async () => {
  const acme = await org()
  const { json } = await token(acme, { grant_type: 'client_credentials' })
  expect(json).not.toHaveProperty('refresh_token')
  const { json: who } = await acme.send('/services/oauth2/userinfo', { token: json.access_token })
  expect(who.preferred_username).toBe('integration@default.standin.test')
  const elsewhere = await acme.send('/services/oauth2/token', {
    method: 'POST',
    token: null,
    host: 'login.salesforce.com',
    form: {
      grant_type: 'client_credentials',
      client_id: acme.env('SF_CLIENT_ID'),
      client_secret: acme.env('SF_CLIENT_SECRET'),
    },
  })
  expect(elsewhere.json).toEqual({ error: 'invalid_grant', error_description: 'request not supported on this domain' })
})

test('user name and password, with the security token or without; a wrong one is an authentication failure', async () => {
  const acme = await org()
  const username = acme.env('SF_USERNAME')
  const right = await token(acme, { grant_type: 'password', username, password: acme.env('SF_PASSWORD') })
  expect(right.json.id).toMatch(/^https:\/\/localhost\/id\/00D\w{15}\/005\w{15}$/)
  const wrong = await token(acme, { grant_type: 'password', username, password: 'x' })
  expect([wrong.status, wrong.json]).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'authentication failure' },
  ])
})

test('an inactive user gets no session', async () => {
  const gone = { username: 'gone@acme.test', password: 'pw', active: false }
  const acme = await org({ users: [gone] })
  const refused = await token(acme, { grant_type: 'password', username: gone.username, password: gone.password })
  expect(refused.json.error).toBe('inactive_user')
})

test('an unknown grant, and one that is missing, are refused', async () => {
  const acme = await org()
  expect((await token(acme, { grant_type: 'magic' })).json).toEqual({
    error: 'unsupported_grant_type',
    error_description: 'grant type not supported',
  })
  expect((await token(acme, {})).json.error).toBe('invalid_request')
  expect((await token(acme, { grant_type: 'constructor' })).json.error).toBe('unsupported_grant_type')
})

test('a flow that the app does not allow is refused', async () => {
  const acme = await org({ connectedApp: { flows: ['web_server'] } })
  expect((await token(acme, { grant_type: 'client_credentials' })).json.error).toBe('unauthorized_client')
})

test('a device waits for its user, who enters a code elsewhere', async () => {
  const acme = await org()
  const client_id = acme.env('SF_CLIENT_ID')
  const start = await post(acme.send, '/services/oauth2/token', {
    response_type: 'device_code',
    client_id,
    scope: 'api',
  })
  expect(start.json).toMatchObject({ verification_uri: 'https://localhost/setup/connect', interval: 5 })
  const { device_code: code, user_code } = start.json
  const poll = () => token(acme, { grant_type: 'device', code })
  expect((await poll()).json.error).toBe('authorization_pending')
  expect((await poll()).json.error).toBe('slow_down')
  const username = acme.env('SF_USERNAME')
  const page = await post(acme.send, '/setup/connect', {
    user_code,
    username,
    password: acme.env('SF_PASSWORD'),
    answer: 'allow',
  })
  expect(page.text).toContain('You&#39;re connected')
  await acme.wait(5000)
  expect((await poll()).json.scope).toBe('api')
  expect((await poll()).json.error).toBe('invalid_grant')
})

test('a device that its user refuses is told so, and a wrong code connects nothing', async () => {
  const acme = await org()
  const start = await post(acme.send, '/services/oauth2/token', {
    response_type: 'device_code',
    client_id: acme.env('SF_CLIENT_ID'),
  })
  const who = { username: acme.env('SF_USERNAME'), password: acme.env('SF_PASSWORD') }
  const wrong = await post(acme.send, '/setup/connect', { user_code: 'XXXXXXXX', ...who, answer: 'allow' })
  expect([wrong.status, wrong.text.includes('That code is not right')]).toEqual([400, true])
  await post(acme.send, '/setup/connect', { user_code: start.json.user_code, ...who, answer: 'deny' })
  expect((await token(acme, { grant_type: 'device', code: start.json.device_code })).json.error).toBe('access_denied')
})

test('a token response is written as XML or as a form where that is asked for', async () => {
  const acme = await org()
  const xml = await token(acme, { grant_type: 'client_credentials', format: 'xml' })
  expect(xml.headers['Content-Type']).toContain('xml')
  expect(xml.text).toContain('<token_type>Bearer</token_type>')
  const form = await token(acme, { grant_type: 'client_credentials', format: 'urlencoded' })
  expect(new URLSearchParams(form.text).get('token_type')).toBe('Bearer')
})
