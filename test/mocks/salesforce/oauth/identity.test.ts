import { createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedBy, parseJwt } from '../../../../mocks/salesforce/oauth/jwt.js'
import { answered, logIn, post, token } from '../support/browser.js'
import { org } from '../support/org.js'

test('the id of a token response leads to the user', async () => {
  const acme = await org()
  const { json } = await token(acme, {
    grant_type: 'password',
    username: acme.env('SF_USERNAME'),
    password: acme.env('SF_PASSWORD'),
  })
  const { pathname } = new URL(json.id)
  const who = await acme.send(`${pathname}?format=json&oauth_token=${json.access_token}`, { token: null })
  expect(who.json).toMatchObject({
    id: json.id,
    asserted_user: true,
    username: acme.env('SF_USERNAME'),
    organization_id: pathname.split('/')[2],
    user_id: pathname.split('/')[3],
    urls: { query: 'https://localhost/services/data/v{version}/query/' },
  })
  expect((await acme.send(pathname, { token: null })).text).toBe('Missing_OAuth_Token')
  expect((await acme.send(pathname, { token: 'x' })).text).toBe('Bad_OAuth_Token')
})

test('introspection tells whether a token is good, and until when', async () => {
  const acme = await org()
  const client = { client_id: acme.env('SF_CLIENT_ID'), client_secret: acme.env('SF_CLIENT_SECRET') }
  const ask = (value: string) => post(acme.send, '/services/oauth2/introspect', { ...client, token: value })
  const now = Date.UTC(2026, 0, 15, 9) / 1000
  expect((await ask(acme.env('SF_ACCESS_TOKEN'))).json).toMatchObject({
    active: true,
    client_id: client.client_id,
    username: acme.env('SF_USERNAME'),
    token_type: 'access_token',
    iat: now,
    exp: now + 7200,
  })
  expect((await ask('unknown')).json).toEqual({ active: false })
  await acme.wait(7_200_000)
  expect((await ask(acme.env('SF_ACCESS_TOKEN'))).json).toEqual({ active: false })
  const wrong = await post(acme.send, '/services/oauth2/introspect', { ...client, client_secret: 'x', token: 'x' })
  expect(wrong.json.error).toBe('invalid_client')
})

test('an identity token is signed with a key of the published set', async () => {
  const acme = await org()
  const { code = '' } = answered(await logIn(acme, { scope: 'openid api', nonce: 'n-1' }))
  const { json } = await token(acme, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:3000/callback',
  })
  const config = await acme.send('/.well-known/openid-configuration', { token: null })
  const { keys } = (await acme.send(new URL(config.json.jwks_uri).pathname, { token: null })).json
  const jwt = parseJwt(json.id_token)
  expect(jwt?.claims).toMatchObject({
    aud: acme.env('SF_CLIENT_ID'),
    sub: json.id,
    iss: config.json.issuer,
    nonce: 'n-1',
  })
  const pem = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
  expect(jwt && isSignedBy(jwt, pem)).toBe(true)
})

test('by the names of Salesforce a client stays with them, so that a proxy leads it back', async () => {
  const acme = await org()
  const form = { grant_type: 'password', username: acme.env('SF_USERNAME'), password: acme.env('SF_PASSWORD') }
  const client = { client_id: acme.env('SF_CLIENT_ID'), client_secret: acme.env('SF_CLIENT_SECRET') }
  const { json } = await acme.send('/services/oauth2/token', {
    method: 'POST',
    token: null,
    host: 'login.salesforce.com',
    form: { ...form, ...client },
  })
  expect(json.instance_url).toMatch(/^https:\/\/standin-[0-9a-f]{6}\.my\.salesforce\.com$/)
  expect(json.id).toMatch(/^https:\/\/login\.salesforce\.com\/id\//)
})
