import { expect, test } from 'vitest'
import { org, sendTo } from './support/org.js'

test('a copy of an org has its records, and a session, an app and user names of its own', async () => {
  const { sandbox, world, send, env } = await org()
  const { json } = await send('/services/data/v59.0/sobjects/Account', { method: 'POST', json: { Name: 'Acme' } })
  const fork = sandbox.forkWorld('copy', world.snapshot())
  const runtime = sandbox.runtime('salesforce')
  if (!runtime) throw new Error('no Salesforce')
  const list = runtime.definition.credentials.list(fork.view(runtime, ''))
  const own = Object.fromEntries(list.map(({ variable, value }) => [variable, value]))
  const path = `/services/data/v59.0/sobjects/Account/${json.id}`
  const rename = await sendTo(sandbox, path, {
    method: 'PATCH',
    json: { Name: 'Bolt' },
    token: own.SF_ACCESS_TOKEN ?? '',
  })
  expect(rename.status).toBe(204)
  expect((await send(path)).json.Name).toBe('Acme')
  const form = {
    grant_type: 'password',
    client_id: own.SF_CLIENT_ID ?? '',
    client_secret: own.SF_CLIENT_SECRET ?? '',
    username: own.SF_USERNAME ?? '',
    password: own.SF_PASSWORD ?? '',
  }
  const login = (fields: Record<string, string>) =>
    sendTo(sandbox, '/services/oauth2/token', { method: 'POST', form: { ...form, ...fields } })
  const { status, json: token } = await login({})
  expect(status).toBe(200)
  expect((await sendTo(sandbox, path, { token: token.access_token })).json.Name).toBe('Bolt')
  // The original's secret is not the copy's.
  expect((await login({ client_secret: env('SF_CLIENT_SECRET') })).status).toBe(400)
})
