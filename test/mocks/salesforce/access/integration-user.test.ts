import { expect, test } from 'vitest'
import { ingest } from '../support/bulk.js'
import { org } from '../support/org.js'

const base = '/services/data/v59.0'
const INTEGRATION = 'integration@default.standin.test'

/** An org with one account, and the token of a user who may do little. */
async function limited() {
  const acme = await org()
  const made = await acme.send(`${base}/sobjects/Account`, { method: 'POST', json: { Name: 'Acme', AnnualRevenue: 5 } })
  return { acme, id: String(made.json.id), token: await acme.login(INTEGRATION) }
}

test('a field that may not be read is not there', async () => {
  const { acme, id, token } = await limited()
  expect((await acme.send(`${base}/sobjects/Account/${id}`)).json).toHaveProperty('AnnualRevenue', 5)
  const row = await acme.send(`${base}/sobjects/Account/${id}`, { token })
  expect(row.json).toHaveProperty('Name', 'Acme')
  expect(row.json).not.toHaveProperty('AnnualRevenue')
  const describe = await acme.send(`${base}/sobjects/Account/describe`, { token })
  const names = describe.json.fields.map(({ name }: { name: string }) => name)
  expect(names).toContain('Name')
  expect(names).not.toContain('AnnualRevenue')
  const set = await acme.send(`${base}/sobjects/Account/${id}`, { method: 'PATCH', json: { AnnualRevenue: 6 }, token })
  expect(set.json[0]).toMatchObject({ errorCode: 'INVALID_FIELD' })
})

test('a field that may be read but not changed is refused by name', async () => {
  const { acme, id, token } = await limited()
  const { status, json } = await acme.send(`${base}/sobjects/Account/${id}`, {
    method: 'PATCH',
    json: { Rating: 'Hot' },
    token,
  })
  expect([status, json]).toEqual([
    400,
    [
      {
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message:
          'Unable to create/update fields: Rating. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
        fields: ['Rating'],
      },
    ],
  ])
})

test('an object that may not be read does not exist; one that may not be deleted is not deleted', async () => {
  const { acme, id, token } = await limited()
  const other = await acme.send(`${base}/sobjects/Campaign/describe`, { token })
  expect([other.status, other.json]).toEqual([
    404,
    [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  ])
  const { json } = await acme.send(`${base}/sobjects`, { token })
  const names = json.sobjects.map(({ name }: { name: string }) => name)
  expect(names).toContain('Account')
  expect(names).not.toContain('Campaign')
  const gone = await acme.send(`${base}/sobjects/Account/${id}`, { method: 'DELETE', token })
  expect([gone.status, gone.json[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS_OR_READONLY'])
})

test('bulk jobs see with the eyes of who made them', async () => {
  const { acme, token } = await limited()
  const hidden = await ingest(acme, {}, 'Name,AnnualRevenue\nB,1\n', token)
  expect(await hidden.results('failedResults')).toContain('INVALID_FIELD')
  const query = async (text: string) => {
    const json = { operation: 'query', query: text }
    const answer = await acme.send(`${base}/jobs/query`, { method: 'POST', json, token })
    return answer.json[0]?.errorCode
  }
  expect(await query('SELECT AnnualRevenue FROM Account')).toBe('INVALID_FIELD')
  expect(await query('SELECT Id FROM Campaign')).toBe('INVALID_TYPE')
  expect(await query('SELECT Name FROM Account')).toBeUndefined()
})

test('rights of the configuration: a permission set adds to the profile', async () => {
  const permissionSets = [{ id: 'Campaigns', objects: { Campaign: { read: true, readable: '*' } } }]
  const users = [
    {
      username: 'x@acme.test',
      password: 'p',
      profile: 'Minimum Access - API Only Integrations',
      permissionSets: ['Campaigns'],
    },
  ]
  const acme = await org({ permissionSets, users })
  const token = await acme.login('x@acme.test')
  expect((await acme.send(`${base}/sobjects/Campaign/describe`, { token })).status).toBe(200)
  expect((await acme.send(`${base}/sobjects/Account/describe`, { token })).status).toBe(404)
})
