import { expect, test } from 'vitest'
import { keysOf } from '../../../../src/engine/access/keys.js'
import { rollCredential } from '../../../../src/engine/access/roll-credential.js'
import { org } from '../support/org.js'

const HOUR = 3_600_000

async function rolling() {
  const acme = await org()
  const runtime = acme.sandbox.runtime('salesforce')
  if (!runtime) throw new Error('No Salesforce.')
  const env = () =>
    Object.fromEntries(
      runtime.definition.credentials
        .list(acme.view)
        .flatMap(({ variable, value, multiline }) => (multiline ? [] : [[variable, value]])),
    )
  const login = (changed: Record<string, string>) =>
    acme.send('/services/oauth2/token', {
      method: 'POST',
      token: null,
      headers: { 'user-agent': 'sync/1.0' },
      form: {
        grant_type: 'password',
        client_id: String(env().SF_CLIENT_ID),
        client_secret: String(env().SF_CLIENT_SECRET),
        username: String(env().SF_USERNAME),
        password: String(env().SF_PASSWORD),
        ...changed,
      },
    })
  return {
    acme,
    env,
    login,
    roll: (variable: string, overlap = 0) => rollCredential(acme.world, runtime, variable, overlap),
    keys: (variable: string) => keysOf(acme.world, runtime).filter((key) => key.variable === variable),
  }
}

test('a consumer secret that was rolled holds for the overlap, and is invalid_client after it', async () => {
  const { acme, env, login, roll, keys } = await rolling()
  const old = String(env().SF_CLIENT_SECRET)
  roll('SF_CLIENT_SECRET', HOUR)

  expect((await login({})).status).toBe(200)
  expect((await login({ client_secret: old })).status).toBe(200)
  await acme.wait(HOUR)
  const refused = await login({ client_secret: old })

  expect([refused.status, refused.json.error]).toEqual([400, 'invalid_client'])
  expect(keys('SF_CLIENT_SECRET')).toMatchObject([
    { state: 'current', requests: 1 },
    {
      state: 'over',
      requests: 2,
      refused: 1,
      last: { operation: 'POST /services/oauth2/token', userAgent: 'sync/1.0' },
    },
  ])
})

test('a password is reset at once, and who still logs in with the old one is told', async () => {
  const { env, login, roll, keys } = await rolling()
  const old = String(env().SF_PASSWORD)
  roll('SF_PASSWORD')
  const refused = await login({ password: old })

  expect(refused.json).toMatchObject({ error: 'invalid_grant', error_description: 'authentication failure' })
  expect((await login({})).status).toBe(200)
  expect(keys('SF_PASSWORD')).toMatchObject([
    { state: 'current', requests: 1, refused: 0 },
    { state: 'over', requests: 1, refused: 1 },
  ])
})

test('what was rolled must still not be found in a log', async () => {
  const { acme, env, roll } = await rolling()
  const old = [env().SF_PASSWORD, env().SF_CLIENT_SECRET]
  roll('SF_PASSWORD')
  roll('SF_CLIENT_SECRET')

  expect(acme.world.handedOut.list().map(({ value }) => value)).toEqual(expect.arrayContaining(old))
})

test('a password has no overlap, and says so', async () => {
  const { roll } = await rolling()

  expect(() => roll('SF_PASSWORD', HOUR)).toThrow(/one password/)
})
