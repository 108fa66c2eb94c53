import { expect, test } from 'vitest'
import { importDescribe } from '../../../../mocks/salesforce/catalogue/import-describe.js'
import { org } from '../support/org.js'

const sobjects = '/services/data/v59.0/sobjects'
const post = (json: unknown) => ({ method: 'POST', json })
const objects = {
  Invoice__c: {
    label: 'Invoice',
    autoNumber: 'INV-{0000}',
    fields: {
      Amount__c: 'currency',
      State__c: { type: 'picklist', values: ['Open*', 'Paid'], restricted: true },
      Account__c: { type: 'reference', to: ['Account'], childRelationship: 'Invoices', cascade: true },
    },
  },
  Account: { fields: { Level__c: { type: 'int', label: 'Level' } } },
}

test('an object of the config is described, numbered, saved and followed like any other', async () => {
  const { send } = await org({ objects })
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme', Level__c: 3 }))).json.id
  const made = await send(`${sobjects}/invoice__c`, post({ Amount__c: '12.5', Account__c: account }))
  expect(made).toMatchObject({ status: 201, json: { id: expect.stringMatching(/^a00/) } })
  expect((await send(`${sobjects}/Invoice__c/${made.json.id}`)).json).toMatchObject({
    Name: 'INV-0001',
    Amount__c: 12.5,
    State__c: 'Open',
    Account__c: account,
  })
  expect((await send(`${sobjects}/Account/${account}/Invoices__r?fields=Name`)).json.records).toMatchObject([
    { Name: 'INV-0001' },
  ])
  expect((await send(`${sobjects}/Invoice__c/${made.json.id}/Account__r?fields=Level__c`)).json).toMatchObject({
    Level__c: 3,
  })
  const { json } = await send(`${sobjects}/Invoice__c/describe`)
  expect(json).toMatchObject({ custom: true, label: 'Invoice', labelPlural: 'Invoices', keyPrefix: 'a00' })
  expect((await send(`${sobjects}/Invoice__c`, post({ State__c: 'Lost' }))).json[0].errorCode).toBe(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  )
})

test('what belongs to a record goes with it and comes back with it', async () => {
  const { send, change, view } = await org({ objects })
  const { deleteRecord, undeleteRecord } = await import('../../../../mocks/salesforce/records/delete.js')
  const { systemActor } = await import('../../../../mocks/salesforce/access/access.js')
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  const invoice = (await send(`${sobjects}/Invoice__c`, post({ Account__c: account }))).json.id
  const lead = (await send(`${sobjects}/Contact`, post({ LastName: 'Ng', AccountId: account }))).json.id
  const object = view.catalogue.object('Account')
  if (!object) throw new Error('No Account.')
  change((org) => deleteRecord(org, systemActor(org), object, account))
  expect((await send(`${sobjects}/Invoice__c/${invoice}`)).json[0].errorCode).toBe('ENTITY_IS_DELETED')
  expect((await send(`${sobjects}/Contact/${lead}`)).status).toBe(404)
  change((org) => undeleteRecord(org, systemActor(org), object, account))
  expect((await send(`${sobjects}/Invoice__c/${invoice}`)).json.Account__c).toBe(account)
})

test('after fifteen days a record cannot be brought back', async () => {
  const { send, wait, change, view } = await org()
  const { undeleteRecord } = await import('../../../../mocks/salesforce/records/delete.js')
  const { systemActor } = await import('../../../../mocks/salesforce/access/access.js')
  const id = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  await send(`${sobjects}/Account/${id}`, { method: 'DELETE' })
  await wait(16 * 24 * 3600 * 1000)
  const object = view.catalogue.object('Account')
  if (!object) throw new Error('No Account.')
  expect(() => change((org) => undeleteRecord(org, systemActor(org), object, id))).toThrow('recycle bin')
})

test("a user's own org is imported from its describe, and describes itself the same", async () => {
  const first = await org({ objects })
  const described = (await first.send(`${sobjects}/Invoice__c/describe`)).json
  const second = await org({ importedObjects: { Invoice__c: importDescribe(described) } })
  const again = (await second.send(`${sobjects}/Invoice__c/describe`)).json
  expect(again.fields).toEqual(described.fields)
})

test('an object that is named wrongly is refused at the start', async () => {
  await expect(org({ objects: { Ticket: { fields: {} } } })).rejects.toThrow('no standard object')
  await expect(org({ objects: { Invoice__c: { fields: { A__c: {} } } } })).rejects.toThrow('has no type')
})
