import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const objects = {
  Account: {
    fields: {
      Ext__c: { type: 'string', length: 20, externalId: true },
      Code__c: { type: 'string', length: 20, externalId: true, unique: true },
    },
  },
}
const at = (version: string) => `/services/data/${version}/sobjects/Account`
const patch = (json: unknown) => ({ method: 'PATCH', json })

test('an upsert by external id creates with 201, and updates with 200, or 204 up to version 45', async () => {
  const { send } = await org({ objects })
  const made = await send(`${at('v59.0')}/Ext__c/A-1`, patch({ Name: 'Acme' }))
  expect(made).toMatchObject({ status: 201, json: { success: true, errors: [], created: true } })
  const again = await send(`${at('v59.0')}/ext__c/a-1`, patch({ Name: 'Acme 2' }))
  expect(again).toMatchObject({ status: 200, json: { id: made.json.id, success: true, created: false } })
  expect(await send(`${at('v45.0')}/Ext__c/A-1`, patch({ Name: 'Acme 3' }))).toMatchObject({ status: 204, text: '' })
  expect((await send(`${at('v59.0')}/Ext__c/A-1`)).json).toMatchObject({ Name: 'Acme 3', Ext__c: 'A-1' })
})

test('several records with the same external id are listed with 300', async () => {
  const { send } = await org({ objects })
  for (const Name of ['One', 'Two']) await send(at('v50.0'), { method: 'POST', json: { Name, Ext__c: 'same' } })
  const choices = await send(`${at('v50.0')}/Ext__c/same`, patch({ Name: 'x' }))
  expect(choices.status).toBe(300)
  expect(choices.json).toEqual([
    expect.stringMatching(/^\/services\/data\/v50\.0\/sobjects\/Account\/001\w{15}$/),
    expect.stringMatching(/^\/services\/data\/v50\.0\/sobjects\/Account\/001\w{15}$/),
  ])
  expect((await send(`${at('v50.0')}/Ext__c/same`)).status).toBe(300)
})

test('updateOnly makes no record, and a field that identifies nothing is told', async () => {
  const { send } = await org({ objects })
  expect((await send(`${at('v59.0')}/Ext__c/new?updateOnly=true`, patch({ Name: 'x' }))).status).toBe(404)
  expect(await send(`${at('v59.0')}/rid/1`, patch({ Name: 'x' }))).toMatchObject({
    status: 404,
    json: [{ errorCode: 'NOT_FOUND', message: 'Provided external ID field does not exist or is not accessible: rid' }],
  })
  const twice = await send(`${at('v59.0')}/Ext__c/new`, patch({ Name: 'x', Ext__c: 'new' }))
  expect(twice.json[0].errorCode).toBe('INVALID_FIELD')
})

test('a value that is unique is not taken twice, whatever its case', async () => {
  const { send } = await org({ objects })
  const first = await send(at('v59.0'), { method: 'POST', json: { Name: 'One', Code__c: 'abc' } })
  expect(await send(at('v59.0'), { method: 'POST', json: { Name: 'Two', Code__c: 'ABC' } })).toMatchObject({
    status: 400,
    json: [
      {
        errorCode: 'DUPLICATE_VALUE',
        message: `duplicate value found: Code__c duplicates value on record with id: ${first.json.id.slice(0, 15)}`,
      },
    ],
  })
})

test('a record is made through the resource of its ids', async () => {
  const { send } = await org({ objects })
  expect((await send(`${at('v59.0')}/Id`, { method: 'POST', json: { Name: 'One' } })).status).toBe(201)
  const made = await send(`${at('v59.0')}/Ext__c/X-1`, { method: 'POST', json: { Name: 'One' } })
  expect((await send(`${at('v59.0')}/${made.json.id}?fields=Ext__c`)).json.Ext__c).toBe('X-1')
  expect((await send(`${at('v59.0')}/Ext__c/X-1`, { method: 'DELETE' })).status).toBe(204)
  expect((await send(`${at('v59.0')}/Ext__c/X-1`)).status).toBe(404)
})
