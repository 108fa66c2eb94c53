import { expect, test } from 'vitest'
import { org, q } from './support.js'

test('a query answers with records, names in any case, links in the version asked', async () => {
  const { send, insert } = await org()
  const [id] = insert('Account', { Name: 'Acme', Industry: 'Energy' })
  const { status, body } = await send('GET', q("select id, NAME from account where name = 'ACME'"))
  expect(status).toBe(200)
  expect(body).toEqual({
    totalSize: 1,
    done: true,
    records: [
      { attributes: { type: 'Account', url: `/services/data/v59.0/sobjects/Account/${id}` }, Id: id, Name: 'Acme' },
    ],
  })
})

test('a query that is wrong is refused with the place in Salesforce words', async () => {
  const { send } = await org()
  const { status, body } = await send('GET', q('SELECT Foo FROM Account'))
  expect(status).toBe(400)
  expect(body).toEqual([
    {
      errorCode: 'INVALID_FIELD',
      message:
        "\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    },
  ])
  expect((await send('GET', '/services/data/v59.0/query')).status).toBe(400)
})

test('pages hold 2000 records, or as many as Sforce-Query-Options says, as they were when they were asked for', async () => {
  const { send, insert, world, sandbox } = await org()
  const ids = insert('Account', ...Array.from({ length: 4500 }, (_, i) => ({ Name: `A${i}` })))
  const first = await send('GET', q('SELECT Name FROM Account'))
  expect(first.body).toMatchObject({ totalSize: 4500, done: false })
  expect(first.body.records).toHaveLength(2000)
  expect(first.body.nextRecordsUrl).toMatch(/^\/services\/data\/v59\.0\/query\/01g\w{15}-2000$/)
  sandbox.defaultWorld.transact('test', undefined, () => world.records('Account').delete(ids[4400] ?? ''))
  const second = await send('GET', first.body.nextRecordsUrl)
  expect(second.body.records[0]?.Name).toBe('A2000')
  const third = await send('GET', second.body.nextRecordsUrl)
  expect(third.body).toMatchObject({ totalSize: 4500, done: true })
  expect(third.body.records).toHaveLength(500)
  expect(third.body.records[400]?.Name).toBe('A4400')
  expect(third.body).not.toHaveProperty('nextRecordsUrl')
  const headers = { 'sforce-query-options': 'batchSize=250' }
  const small = await send('GET', q('SELECT Name FROM Account'), { headers })
  expect(small.body.records).toHaveLength(250)
  const wide = await send('GET', small.body.nextRecordsUrl)
  expect(wide.body.records).toHaveLength(2000)
  expect(wide.body.nextRecordsUrl).toMatch(/-2250$/)
})

test('a locator that is wrong, or not used for a quarter of an hour, is refused', async () => {
  const { send, insert, sandbox } = await org()
  insert('Account', ...Array.from({ length: 201 }, (_, i) => ({ Name: `A${i}` })))
  const headers = { 'sforce-query-options': 'batchSize=200' }
  const { body } = await send('GET', q('SELECT Name FROM Account'), { headers })
  const refused = [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }]
  expect((await send('GET', '/services/data/v59.0/query/01gnonsense-2000')).body).toEqual(refused)
  expect((await send('GET', body.nextRecordsUrl.replace('-200', '-900'))).body).toEqual(refused)
  expect((await send('GET', body.nextRecordsUrl)).status).toBe(200)
  await sandbox.defaultWorld.scheduler.advanceTo(Date.UTC(2026, 1, 15, 12, 16))
  expect((await send('GET', body.nextRecordsUrl)).body).toEqual(refused)
})

test('many children of one record come in pages of their own', async () => {
  const { send, insert } = await org()
  const [account = ''] = insert('Account', { Name: 'Acme' })
  insert('Contact', ...Array.from({ length: 450 }, (_, i) => ({ LastName: `C${i}`, AccountId: account })))
  const headers = { 'sforce-query-options': 'batchSize=200' }
  const { body } = await send('GET', q('SELECT Name, (SELECT LastName FROM Contacts) FROM Account'), { headers })
  const children = body.records[0]?.Contacts as typeof body
  expect(children).toMatchObject({ totalSize: 450, done: false })
  expect(children.records).toHaveLength(200)
  const next = await send('GET', children.nextRecordsUrl)
  expect(next.body.records).toHaveLength(250)
  expect(next.body.records[0]?.LastName).toBe('C200')
})

test('queryAll sees deleted rows', async () => {
  const { send, insert } = await org()
  insert('Account', { Name: 'Here' }, { Name: 'Gone', IsDeleted: true })
  expect((await send('GET', q('SELECT Name FROM Account'))).body.totalSize).toBe(1)
  expect((await send('GET', q('SELECT Name FROM Account', 'queryAll'))).body.totalSize).toBe(2)
})

test('COUNT() and groups', async () => {
  const { send, insert } = await org()
  insert('Account', { Name: 'A', Industry: 'Energy' }, { Name: 'B', Industry: 'Energy' })
  expect((await send('GET', q('SELECT COUNT() FROM Account'))).body).toEqual({ totalSize: 2, done: true, records: [] })
  const { body } = await send('GET', q('SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry'))
  expect(body.records).toEqual([{ attributes: { type: 'AggregateResult' }, Industry: 'Energy', expr0: 2 }])
})

test('explain names the index that a query would use', async () => {
  const { send, insert } = await org()
  const [account = ''] = insert('Account', { Name: 'A' })
  insert('Contact', { LastName: 'x', AccountId: account }, { LastName: 'y' })
  const soql = `SELECT Id FROM Contact WHERE AccountId = '${account}'`
  const { body } = await send('GET', `/services/data/v59.0/query/?explain=${encodeURIComponent(soql)}`)
  expect(body.plans).toMatchObject([
    {
      leadingOperationType: 'Index',
      fields: ['AccountId'],
      cardinality: 1,
      sobjectCardinality: 2,
      sobjectType: 'Contact',
    },
    { leadingOperationType: 'TableScan' },
  ])
  expect(body.sourceQuery).toBe(soql)
})

test('columns=true tells of what columns an answer is', async () => {
  const { send } = await org()
  const { body } = await send(
    'GET',
    `${q('SELECT Id, Owner.Name, (SELECT LastName FROM Contacts) FROM Account')}&columns=true`,
  )
  expect(body).toMatchObject({ entityName: 'Account', groupBy: false, idSelected: true, keyPrefix: '001' })
  expect(body.columnMetadata).toMatchObject([
    { columnName: 'Id', apexType: 'Id', joinColumns: [] },
    { columnName: 'Owner', aggregate: false, joinColumns: [{ columnName: 'Name', textType: true }] },
    { columnName: 'Contacts', aggregate: true, joinColumns: [{ columnName: 'LastName' }] },
  ])
  const grouped = await send('GET', `${q('SELECT COUNT(Id), MAX(Name) newest FROM Account')}&columns=true`)
  expect(grouped.body.columnMetadata).toMatchObject([
    { columnName: 'expr0', aggregate: true, displayName: 'count(Id)' },
    { columnName: 'newest', aggregate: true, displayName: 'newest' },
  ])
})

test('an address is shown as its parts, a file as the place of its bytes', async () => {
  const { send, insert } = await org()
  insert('Account', { Name: 'A', BillingCity: 'Oslo' })
  insert('Attachment', { Name: 'a.txt' })
  const { body } = await send('GET', q('SELECT BillingAddress, ShippingAddress FROM Account'))
  expect(body.records).toMatchObject([{ BillingAddress: { city: 'Oslo', street: null }, ShippingAddress: null }])
  expect((await send('GET', q('SELECT Body FROM Attachment'))).body.records).toMatchObject([{ Body: null }])
})

test('FOR VIEW notes that records were looked at, and they are the most recent', async () => {
  const { send, insert, world } = await org()
  const [id = ''] = insert('Account', { Name: 'A' })
  await send('GET', q('SELECT Id FROM Account FOR VIEW'))
  expect(world.records('Account').find(id)?.LastViewedDate).toBe('2026-02-15T12:00:00.000+0000')
  const recent = await send('GET', '/services/data/v59.0/recent?limit=1')
  expect(recent.body).toMatchObject([{ attributes: { type: 'Account' }, Id: id }])
})

test('what an org makes up out of its metadata is not simulated, and says so', async () => {
  const { send } = await org()
  const { status, body } = await send('GET', q('SELECT QualifiedApiName FROM EntityDefinition'))
  expect(status).toBe(501)
  expect(body).toMatchObject([{ errorCode: 'STANDIN_NOT_SIMULATED' }])
})
