import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const sobjects = '/services/data/v59.0/sobjects'
const post = (json: unknown) => ({ method: 'POST', json })
const patch = (json: unknown) => ({ method: 'PATCH', json })

test('a record is created, read, changed and deleted', async () => {
  const { send } = await org()
  const made = await send(`${sobjects}/Account`, post({ Name: 'Acme', BillingCity: 'Berlin', NumberOfEmployees: 12 }))
  expect(made.status).toBe(201)
  expect(made.json).toEqual({ id: expect.stringMatching(/^001\w{15}$/), success: true, errors: [] })
  const at = `${sobjects}/Account/${made.json.id}`
  expect(made.headers.Location).toBe(at)
  const read = await send(at)
  expect(read.json).toMatchObject({
    attributes: { type: 'Account', url: at },
    Id: made.json.id,
    Name: 'Acme',
    Industry: null,
    IsDeleted: false,
    CreatedDate: '2026-01-15T09:00:00.000+0000',
    BillingAddress: { city: 'Berlin', street: null },
    ShippingAddress: null,
  })
  expect((await send(at, patch({ Phone: '1', NumberOfEmployees: null }))).status).toBe(204)
  expect((await send(`${at}?fields=Phone,numberofemployees`)).json).toEqual({
    attributes: { type: 'Account', url: at },
    Phone: '1',
    NumberOfEmployees: null,
    Id: made.json.id,
  })
  expect((await send(at, { method: 'DELETE' })).status).toBe(204)
  expect(await send(at)).toMatchObject({
    status: 404,
    json: [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }],
  })
})

test('names of objects and fields are taken in any case, ids in both forms, doubled slashes and endings as one', async () => {
  const { send } = await org()
  const { json } = await send(`${sobjects}/ACCOUNT`, post({ name: 'Acme', billingCITY: 'Rome' }))
  const short = json.id.slice(0, 15)
  expect((await send(`/${sobjects}//account/${short}.json`)).json).toMatchObject({ Name: 'Acme', BillingCity: 'Rome' })
  expect((await send(`${sobjects}/Account/${json.id.toLowerCase()}/`)).json.Id).toBe(json.id)
  const xml = await send(`${sobjects}/Account/${json.id}.xml?fields=Name`)
  expect(xml.headers['Content-Type']).toContain('application/xml')
  expect(xml.text).toContain('<Name>Acme</Name>')
})

test('a client whose proxy knows no PATCH says so', async () => {
  const { send } = await org()
  const { json } = await send(`${sobjects}/Account`, post({ Name: 'Acme' }))
  const at = `${sobjects}/Account/${json.id}`
  expect((await send(`${at}?_HttpMethod=PATCH`, post({ Name: 'A' }))).status).toBe(204)
  const headers = { 'x-http-method-override': 'PATCH' }
  expect((await send(at, { ...post({ Name: 'B' }), headers })).status).toBe(204)
  expect((await send(at)).json.Name).toBe('B')
})

test('what the client has already is not sent again, and what it no longer knows is not changed', async () => {
  const { send, wait } = await org()
  const { json } = await send(`${sobjects}/Account`, post({ Name: 'Acme' }))
  const at = `${sobjects}/Account/${json.id}`
  const first = await send(at)
  const etag = String(first.headers.ETag)
  const modified = String(first.headers['Last-Modified'])
  expect((await send(at, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await send(at, { headers: { 'if-modified-since': modified } })).status).toBe(304)
  expect((await send(at, { headers: { 'if-match': etag } })).status).toBe(200)
  await wait(60_000)
  await send(at, patch({ Name: 'New' }))
  expect((await send(at, { headers: { 'if-modified-since': modified } })).status).toBe(200)
  expect(await send(at, { ...patch({ Name: 'Lost' }), headers: { 'if-match': etag } })).toMatchObject({
    status: 412,
    json: [{ errorCode: 'PRECONDITION_FAILED' }],
  })
  expect((await send(at, { method: 'DELETE', headers: { 'if-unmodified-since': modified } })).status).toBe(412)
})

test('a relationship leads from a record to its parent and its children', async () => {
  const { send } = await org()
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  const contact = (await send(`${sobjects}/Contact`, post({ LastName: 'Ng', AccountId: account }))).json.id
  expect((await send(`${sobjects}/Contact/${contact}/Account?fields=Name`)).json).toMatchObject({ Name: 'Acme' })
  expect((await send(`${sobjects}/Account/${account}/Contacts?fields=LastName`)).json).toMatchObject({
    totalSize: 1,
    done: true,
    records: [{ LastName: 'Ng', Id: contact }],
  })
  expect((await send(`${sobjects}/Contact/${contact}/Account/Owner`)).json.attributes.type).toBe('User')
  expect((await send(`${sobjects}/Account/${account}/Nothing`)).json[0].errorCode).toBe('NOT_FOUND')
  expect((await send(`${sobjects}/Account/${account}/Parent`)).status).toBe(404)
})

test('a parent is named by its external id', async () => {
  const { send } = await org({
    objects: { Account: { fields: { Ext__c: { type: 'string', length: 20, externalId: true } } } },
  })
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme', Ext__c: 'A-1' }))).json.id
  const made = await send(`${sobjects}/Contact`, post({ LastName: 'Ng', Account: { Ext__c: 'a-1' } }))
  expect((await send(`${sobjects}/Contact/${made.json.id}`)).json.AccountId).toBe(account)
  expect((await send(`${sobjects}/Contact`, post({ LastName: 'Ng', Account: { Ext__c: 'no' } }))).json).toEqual([
    {
      errorCode: 'INVALID_FIELD',
      message: 'Foreign key external ID: no not found for field Ext__c in entity Account',
      fields: [],
    },
  ])
})

test('replication lists what was changed and what was deleted in a span of time', async () => {
  const { send, wait } = await org()
  const kept = (await send(`${sobjects}/Account`, post({ Name: 'Kept' }))).json.id
  const gone = (await send(`${sobjects}/Account`, post({ Name: 'Gone' }))).json.id
  await send(`${sobjects}/Account/${gone}`, { method: 'DELETE' })
  await wait(120_000)
  const span = `start=2026-01-15T08:00:00%2B00:00&end=2026-01-15T09:01:00%2B00:00`
  expect((await send(`${sobjects}/Account/updated/?${span}`)).json).toEqual({
    ids: [kept],
    latestDateCovered: '2026-01-15T09:01:00.000+0000',
  })
  expect((await send(`${sobjects}/Account/deleted/?${span}`)).json).toMatchObject({
    deletedRecords: [{ id: gone, deletedDate: '2026-01-15T09:00:00.000+0000' }],
  })
  const early = await send(`${sobjects}/Account/updated/?start=2025-01-01T00:00:00Z&end=2026-01-15T09:01:00Z`)
  expect(early.json[0]).toMatchObject({
    errorCode: 'INVALID_REPLICATION_DATE',
    message: 'startDate cannot be more than 30 days ago',
  })
  const short = await send(`${sobjects}/Account/deleted/?start=2026-01-15T09:00:00Z&end=2026-01-15T09:00:30Z`)
  expect(short.json[0].errorCode).toBe('INVALID_REPLICATION_DATE')
})

test('what a user made last comes first among what is recent', async () => {
  const { send } = await org()
  for (const Name of ['One', 'Two', 'Three']) await send(`${sobjects}/Account`, post({ Name }))
  const recent = await send('/services/data/v59.0/recent?limit=2')
  expect(recent.json.map(({ Name }: { Name: string }) => Name)).toEqual(['Three', 'Two'])
  expect((await send(`${sobjects}/Account`)).json).toMatchObject({
    objectDescribe: { name: 'Account', keyPrefix: '001' },
    recentItems: [{ Name: 'Three' }, { Name: 'Two' }, { Name: 'One' }],
  })
})
