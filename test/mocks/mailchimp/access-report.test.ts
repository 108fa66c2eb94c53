import { expect, test } from 'vitest'
import { accessReport } from '../../../src/engine/access/access-report.js'
import { keysOf } from '../../../src/engine/access/keys.js'
import { rollCredential } from '../../../src/engine/access/roll-credential.js'
import { mailchimpWorld } from '../../support/mailchimp.js'

const HOUR = 3_600_000

async function reported() {
  const made = await mailchimpWorld()
  const runtime = made.sandbox.runtime('mailchimp')
  if (!runtime) throw new Error('no Mailchimp')
  const holder = (variable: string) =>
    accessReport(made.world).vendors[0]?.holders.find((each) => each.variable === variable)
  const env = (variable: string) =>
    String(runtime.definition.credentials.list(made.view).find((each) => each.variable === variable)?.value)
  const keys = (variable: string) => keysOf(made.world, runtime).filter((key) => key.variable === variable)
  const roll = (variable: string, overlap = 0) => rollCredential(made.world, runtime, variable, overlap)
  const send = (key: string) => made.post('/api/1.0/users/ping2', { key }, { key: null, host: 'mandrillapp.com' })
  return { ...made, holder, env, keys, roll, send }
}

test('of an API key: the role of its user, and which resources were read and written by it', async () => {
  const { get, list, holder } = await reported()
  await list()
  await get('/3.0/lists')
  await get('/3.0/campaigns')

  expect(holder('MAILCHIMP_API_KEY')).toMatchObject({
    used: true,
    grants: [
      {
        kind: 'role',
        name: 'owner',
        broad: true,
        requests: 3,
        as: [{ name: 'lists: write' }, { name: 'lists: read' }, { name: 'campaigns: read' }],
      },
    ],
    refused: [],
  })
  expect(holder('MAILCHIMP_CLIENT_ID')).toMatchObject({ used: false, note: expect.stringContaining('no OAuth scopes') })
})

test('of a Transactional key: the calls that were made', async () => {
  const { send, env, holder } = await reported()
  expect((await send(env('MANDRILL_API_KEY'))).status).toBe(200)

  expect(holder('MANDRILL_API_KEY')?.grants).toMatchObject([{ name: 'every call', as: [{ name: 'users/ping2' }] }])
  expect(holder('MANDRILL_TEST_API_KEY')?.used).toBe(false)
})

test('a key that was rolled holds for the overlap, and then the vendor refuses it in its own words', async () => {
  const { get, key, env, roll, keys, advance } = await reported()
  roll('MAILCHIMP_API_KEY', HOUR)
  expect((await get('/3.0/lists')).status).toBe(200)
  expect((await get('/3.0/lists', undefined, { key: env('MAILCHIMP_API_KEY') })).status).toBe(200)
  await advance(HOUR)

  expect((await get('/3.0/lists', undefined, { key })).json).toMatchObject({ status: 401, title: 'API Key Invalid' })
  expect(keys('MAILCHIMP_API_KEY')).toMatchObject([
    { state: 'current', requests: 1 },
    { state: 'over', requests: 2, refused: 1, last: { operation: 'GET /3.0/lists' } },
  ])
})

test('Transactional keys roll too', async () => {
  const { send, env, roll } = await reported()
  const old = env('MANDRILL_API_KEY')
  roll('MANDRILL_API_KEY')

  expect((await send(old)).json).toMatchObject({ name: 'Invalid_Key' })
  expect((await send(env('MANDRILL_API_KEY'))).status).toBe(200)
})
