import { expect, test } from 'vitest'
import { ingest } from '../support/bulk.js'
import { org } from '../support/org.js'

const base = '/services/data/v59.0/jobs/ingest'

test('a job goes through its states on the clock of the world, and says how it stands', async () => {
  const { send, wait } = await org()
  const opened = await send(base, { method: 'POST', json: { object: 'account', operation: 'insert' } })
  expect(opened.json).toMatchObject({
    id: expect.stringMatching(/^750/),
    object: 'Account',
    operation: 'insert',
    state: 'Open',
    apiVersion: 59,
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
    contentUrl: `services/data/v59.0/jobs/ingest/${opened.json.id}/batches`,
    createdDate: '2026-01-15T09:00:00.000+0000',
  })
  const { id } = opened.json
  const state = async () => (await send(`${base}/${id}`)).json.state
  const uploaded = await send(`${base}/${id}/batches`, { method: 'PUT', csv: 'Name\nA\nB\n' })
  expect([uploaded.status, uploaded.text]).toEqual([201, ''])
  const closed = await send(`${base}/${id}`, { method: 'PATCH', json: { state: 'UploadComplete' } })
  expect(closed.json.state).toBe('UploadComplete')
  await wait(500)
  expect(await state()).toBe('InProgress')
  await wait(500)
  expect((await send(`${base}/${id}`)).json).toMatchObject({
    state: 'JobComplete',
    jobType: 'V2Ingest',
    numberRecordsProcessed: 2,
    numberRecordsFailed: 0,
  })
})

test('some records are saved, others say why not; the job is complete all the same', async () => {
  const acme = await org()
  const { info, results } = await ingest(acme, {}, 'NAME,NumberOfEmployees\n"Acme, Inc.",3\n,4\nBeta,many\n')
  expect(info).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 2 })
  expect(await results('successfulResults')).toMatch(
    /^"sf__Id","sf__Created","NAME","NumberOfEmployees"\n"001\w{15}","true","Acme, Inc.","3"\n$/,
  )
  const [header, missing, wrong] = (await results('failedResults')).split('\n')
  expect(header).toBe('"sf__Id","sf__Error","NAME","NumberOfEmployees"')
  expect(missing).toBe('"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","4"')
  expect(wrong).toContain('INVALID_TYPE_ON_FIELD_IN_RECORD')
  expect(acme.failures).toEqual([])
})

test('update and delete take ids, blanks change nothing and #N/A empties', async () => {
  const acme = await org()
  const made = await ingest(acme, {}, 'Name,Phone,Site\nAcme,1,x\n')
  const id = /"(001\w{15})"/.exec(await made.results('successfulResults'))?.[1] ?? ''
  await ingest(acme, { operation: 'update' }, `Id,Name,Phone,Site\n${id},,#N/A,y\n`)
  expect(acme.view.records('Account').find(id)).toMatchObject({ Name: 'Acme', Site: 'y' })
  expect(acme.view.records('Account').find(id)?.Phone ?? null).toBeNull()
  const gone = await ingest(acme, { operation: 'delete' }, `Id\n${id}\n001000000000000AAA\n`)
  expect(gone.info).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 })
  expect(acme.view.live('Account', id)).toBeUndefined()
})

test('upsert goes by an external id, by Id without that column it inserts, and a parent is found by its own', async () => {
  const fields = { Ext__c: { type: 'string', length: 20, externalId: true, unique: true, idLookup: true } }
  const acme = await org({ objects: { Account: { fields } } })
  const upsert = { operation: 'upsert', externalIdFieldName: 'ext__c' }
  const first = await ingest(acme, upsert, 'Ext__c,Name\nx1,One\nx2,Two\n')
  expect(first.info).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 })
  const second = await ingest(acme, upsert, 'Ext__c,Name\nx1,Uno\n')
  expect(await second.results('successfulResults')).toContain('"false","x1","Uno"')
  const child = await ingest(acme, { object: 'Contact' }, 'LastName,Account.Ext__c\nLovelace,x2\n')
  expect(await child.results('failedResults')).toBe('"sf__Id","sf__Error","LastName","Account.Ext__c"\n')
  const plain = await ingest(acme, { operation: 'upsert', externalIdFieldName: 'Id' }, 'Name\nNew\n')
  expect(plain.info).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 })
})

test('a header that names no field ends the job, and all records are unprocessed', async () => {
  const acme = await org()
  const { info, results } = await ingest(acme, {}, 'Name,Foo\nA,1\n')
  expect(info).toMatchObject({ state: 'Failed', errorMessage: 'InvalidBatch : Field name not found : Foo' })
  expect(await results('unprocessedrecords')).toContain('A,1')
})

test('dialects: another delimiter, and line ends of two characters', async () => {
  const acme = await org()
  const { results } = await ingest(acme, { columnDelimiter: 'PIPE', lineEnding: 'CRLF' }, 'Name|Site\r\n"A|B"|c\r\n')
  expect(await results('successfulResults')).toMatch(
    /^"sf__Id"\|"sf__Created"\|"Name"\|"Site"\r\n"001\w+"\|"true"\|"A\|B"\|"c"\r\n$/,
  )
  const refused = await acme.send(base, {
    method: 'POST',
    json: { object: 'Account', operation: 'insert', columnDelimiter: 'STAR' },
  })
  expect([refused.status, refused.json[0].errorCode]).toEqual([400, 'INVALIDJOB'])
})

test('a job without records is complete, with three empty results', async () => {
  const acme = await org()
  const { info, results } = await ingest(acme, {}, '')
  expect(info).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 0 })
  for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
    expect((await results(kind)).split('\n').filter(Boolean).length).toBeLessThan(2)
  }
})

test('a job that is aborted does nothing more, and can be deleted', async () => {
  const { send, wait, view } = await org()
  const { id } = (await send(base, { method: 'POST', json: { object: 'Account', operation: 'insert' } })).json
  await send(`${base}/${id}/batches`, { method: 'PUT', csv: 'Name\nA\n' })
  expect((await send(`${base}/${id}`, { method: 'DELETE' })).json[0].errorCode).toBe('INVALIDJOBSTATE')
  expect((await send(`${base}/${id}`, { method: 'PATCH', json: { state: 'Aborted' } })).json.state).toBe('Aborted')
  await wait(10_000)
  expect(view.records('Account').size).toBe(0)
  expect((await send(`${base}/${id}/unprocessedrecords`)).text).toContain('A')
  expect((await send(`${base}/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await send(`${base}/${id}`)).json).toEqual([
    { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' },
  ])
})

test('data is taken once, a state is set in order, and results wait for the end', async () => {
  const { send } = await org()
  const { id } = (await send(base, { method: 'POST', json: { object: 'Account', operation: 'insert' } })).json
  expect((await send(`${base}/${id}/successfulResults`)).json[0].errorCode).toBe('INVALIDJOBSTATE')
  await send(`${base}/${id}/batches`, { method: 'PUT', csv: 'Name\nA\n' })
  expect((await send(`${base}/${id}/batches`, { method: 'PUT', csv: 'Name\nB\n' })).status).toBe(400)
  await send(`${base}/${id}`, { method: 'PATCH', json: { state: 'UploadComplete' } })
  expect((await send(`${base}/${id}`, { method: 'PATCH', json: { state: 'UploadComplete' } })).status).toBe(400)
  expect((await send(`${base}/${id}`, { method: 'PATCH', json: { state: 'JobComplete' } })).status).toBe(400)
})

test('an object that there is not, or an operation, makes no job', async () => {
  const { send } = await org()
  const make = async (json: unknown) => (await send(base, { method: 'POST', json })).json[0].errorCode
  expect(await make({ object: 'Nothing', operation: 'insert' })).toBe('INVALIDENTITY')
  expect(await make({ object: 'Account', operation: 'merge' })).toBe('INVALIDOPERATION')
  expect(await make({ object: 'Account', operation: 'upsert' })).toBe('INVALIDJOB')
})

test('after seven days a job is gone', async () => {
  const acme = await org()
  const { id } = await ingest(acme, {}, 'Name\nA\n')
  await acme.wait(7 * 86_400_000)
  expect((await acme.send(`${base}/${id}`, { token: await acme.login(acme.env('SF_USERNAME')) })).status).toBe(404)
})
