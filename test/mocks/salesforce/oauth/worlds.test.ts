import { expect, test } from 'vitest'
import { salesforce } from '../../../../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../../../../mocks/salesforce/world.js'
import { org, sendTo } from '../support/org.js'

test('a request finds its world by client id, user name or token, and two worlds share nothing', async () => {
  const { sandbox } = await org()
  const ada = sandbox.createWorld('ada')
  const runtime = sandbox.runtime('salesforce')
  if (!runtime) throw new Error('No Salesforce.')
  const env = new Map(
    salesforce.credentials.list(ada.view<SalesforceWorld>(runtime, '')).map((row) => [row.variable, row.value]),
  )
  const form = {
    grant_type: 'client_credentials',
    client_id: env.get('SF_CLIENT_ID') ?? '',
    client_secret: env.get('SF_CLIENT_SECRET') ?? '',
  }
  const { json } = await sendTo(sandbox, '/services/oauth2/token', { method: 'POST', form })
  const who = await sendTo(sandbox, '/services/oauth2/userinfo', { token: json.access_token })
  expect(who.json.preferred_username).toBe('integration@ada.standin.test')
  expect(who.json.organization_id).not.toBe(
    sandbox.defaultWorld.view<SalesforceWorld>(runtime, '').oauth.org.organization,
  )
})

test('the same seed mints the same org, keys included', async () => {
  const [one, two] = await Promise.all([org(), org()])
  for (const name of ['SF_CLIENT_ID', 'SF_CLIENT_SECRET', 'SF_PASSWORD', 'SF_ACCESS_TOKEN', 'SF_PRIVATE_KEY']) {
    expect(one.env(name)).toBe(two.env(name))
  }
})
