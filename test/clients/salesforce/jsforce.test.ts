import jsforce from 'jsforce'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConnectedOrg, connectedOrg } from './org.js'

let org: ConnectedOrg
beforeAll(async () => {
  org = await connectedOrg()
})
afterAll(async () => {
  await org.close()
  expect(org.failures).toEqual([])
})

test('records are created, read, changed and deleted', async () => {
  const accounts = org.connection.sobject('Account')
  const made = await accounts.create({ Name: 'Acme', BillingCity: 'Berlin' })
  expect(made).toMatchObject({ success: true, errors: [] })
  const id = made.id ?? ''
  expect(await accounts.retrieve(id)).toMatchObject({ Id: id, Name: 'Acme', BillingAddress: { city: 'Berlin' } })
  expect(await accounts.update({ Id: id, Phone: '1' })).toMatchObject({ id, success: true })
  expect(await accounts.destroy(id)).toMatchObject({ id, success: true })
  await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' })
})

test('what is wrong with a record is an error with its code, and its fields', async () => {
  const failed = org.connection.sobject('Account').create({ Phone: '1' })
  await expect(failed).rejects.toMatchObject({
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [Name]',
  })
})

test('an upsert creates, updates, and lists the records where several have the id', async () => {
  const table = org.connection.sobject('UpsertTable__c')
  const first = await table.upsert({ Name: 'One', ExtId__c: 'U-1' }, 'ExtId__c')
  expect(first).toMatchObject({ success: true, created: true })
  const again = await table.upsert({ Name: 'Two', ExtId__c: 'U-1' }, 'ExtId__c')
  expect(again).toMatchObject({ id: first.id, success: true, created: false })
  await table.create({ Name: 'Three', ExtId__c: 'U-1' })
  await expect(table.upsert({ Name: 'Four', ExtId__c: 'U-1' }, 'ExtId__c')).rejects.toMatchObject({
    name: 'MULTIPLE_CHOICES',
    content: [
      expect.stringContaining('/sobjects/UpsertTable__c/a'),
      expect.stringContaining('/sobjects/UpsertTable__c/a'),
    ],
  })
})

test('collections take what is right, or all or nothing', async () => {
  const accounts = org.connection.sobject('Account')
  const some = await accounts.create([{ Name: 'A' }, { Phone: '1' }, { Name: 'B' }])
  expect(some.map(({ success }) => success)).toEqual([true, false, true])
  expect(some[1]).toMatchObject({ errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }] })
  const none = await accounts.create([{ Name: 'C' }, { Phone: '1' }], { allOrNone: true })
  expect(none.map(({ success }) => success)).toEqual([false, false])
  const ids = some.flatMap(({ id }) => (id ? [id] : []))
  const rows = await accounts.retrieve(ids)
  expect(rows.map((row) => row?.Name)).toEqual(['A', 'B'])
  expect((await accounts.update(ids.map((Id) => ({ Id, Phone: '2' })))).every(({ success }) => success)).toBe(true)
  const upserted = await accounts.upsert([{ Ext__c: 'c-1', Name: 'X' }, { Ext__c: 'c-2' }], 'Ext__c')
  expect(upserted.map(({ success }) => success)).toEqual([true, false])
  expect((await accounts.destroy(ids)).every(({ success }) => success)).toBe(true)
})

test('objects are described', async () => {
  const global = await org.connection.describeGlobal()
  expect(global.sobjects.length).toBeGreaterThan(1100)
  const described = await org.connection.sobject('Opportunity').describe()
  expect(described.fields.find(({ name }) => name === 'StageName')).toMatchObject({ type: 'picklist', nillable: false })
  const layouts = await org.connection.sobject('Account').layouts()
  expect(layouts.recordTypeMappings).toHaveLength(1)
  expect((await org.connection.sobject('Account').compactLayouts()).compactLayouts).toHaveLength(1)
})

test('queries follow pages, relationships and aggregates', async () => {
  const accounts = org.connection.sobject('Account')
  const parent = (await accounts.create({ Name: 'Paged' })).id
  const people = Array.from({ length: 401 }, (_, i) => ({
    LastName: `Person ${String(i).padStart(3, '0')}`,
    AccountId: parent,
  }))
  const made = await org.connection.sobject('Contact').create(people, { allowRecursive: true })
  expect(made).toHaveLength(401)
  const soql = `SELECT Id, LastName, Account.Name FROM Contact WHERE AccountId = '${parent}' ORDER BY LastName`
  const page = await org.connection.query(soql, { headers: { 'Sforce-Query-Options': 'batchSize=200' } })
  expect(page).toMatchObject({ totalSize: 401, done: false })
  expect(page.records).toHaveLength(200)
  const all = await org.connection.query(soql, {
    autoFetch: true,
    maxFetch: 1000,
    headers: { 'Sforce-Query-Options': 'batchSize=200' },
  })
  expect(all.records).toHaveLength(401)
  expect(all.records[400]).toMatchObject({ LastName: 'Person 400', Account: { Name: 'Paged' } })
  const nested = await org.connection.query(
    `SELECT Name, (SELECT LastName FROM Contacts LIMIT 2) FROM Account WHERE Id = '${parent}'`,
  )
  expect(nested.records[0]).toMatchObject({ Contacts: { totalSize: 2, done: true } })
  const counted = await org.connection.query(
    `SELECT AccountId, COUNT(Id) n FROM Contact WHERE AccountId = '${parent}' GROUP BY AccountId`,
  )
  expect(counted.records[0]).toMatchObject({ n: 401 })
  await expect(org.connection.query('SELECT Foo FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' })
})

test('what is recent, the limits and the identity are read', async () => {
  await org.connection.sobject('Account').create({ Name: 'Latest' })
  expect((await org.connection.recent(1))[0]).toMatchObject({ Name: 'Latest' })
  expect(org.connection.limitInfo?.apiUsage).toMatchObject({ limit: 15000 })
  expect((await org.connection.limits()).DailyApiRequests).toMatchObject({ Max: 15000 })
  const identity = await org.connection.identity()
  expect(identity).toMatchObject({
    organization_id: expect.stringMatching(/^00D/),
    user_id: expect.stringMatching(/^005/),
  })
})

test('bulk jobs load and read records', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({ Name: `Bulk ${i}`, Phone: '1' }))
  const loaded = await org.connection.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'insert',
    input: [...rows, { Name: '', Phone: '1' }],
    pollInterval: 20,
    pollTimeout: 10_000,
  })
  expect(loaded.successfulResults).toHaveLength(20)
  expect(loaded.failedResults[0]).toMatchObject({
    sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
  })
  const stream = await org.connection.bulk2.query("SELECT Id, Name FROM Account WHERE Name LIKE 'Bulk%'", {
    pollInterval: 20,
    pollTimeout: 10_000,
  })
  expect(await stream.toArray()).toHaveLength(20)
})

test('a client logs in with a code, with a secret of its own, and with a refresh token', async () => {
  const oauth2 = new jsforce.OAuth2({
    loginUrl: org.url,
    clientId: org.env.SF_CLIENT_ID ?? '',
    clientSecret: org.env.SF_CLIENT_SECRET ?? '',
    redirectUri: 'http://localhost:3000/callback',
  })
  const connection = new jsforce.Connection({ oauth2, version: '59.0' })
  await connection.authorize({ grant_type: 'client_credentials' })
  expect(connection.instanceUrl).toBe(org.url)
  expect((await connection.query('SELECT Id FROM Organization')).totalSize).toBe(1)
})
