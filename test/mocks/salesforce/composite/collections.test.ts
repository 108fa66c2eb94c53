import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const url = '/services/data/v59.0/composite/sobjects'
const account = (fields: object) => ({ attributes: { type: 'Account' }, ...fields })
const ROLLED_BACK = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
}
const MISSING = {
  success: false,
  errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] }],
}

test('records are created in order, and one that fails says so in its place', async () => {
  const { send, view } = await org()
  const records = [account({ Name: 'A' }), account({}), { attributes: { type: 'Contact' }, LastName: 'L' }]
  const { status, json } = await send(url, { method: 'POST', json: { records } })
  expect(status).toBe(200)
  expect(json).toEqual([
    { id: expect.stringMatching(/^001/), success: true, errors: [] },
    MISSING,
    { id: expect.stringMatching(/^003/), success: true, errors: [] },
  ])
  expect(view.records('Account').size).toBe(1)
})

test('with allOrNone none stays', async () => {
  const { send, view } = await org()
  const records = [account({ Name: 'A' }), account({})]
  const { json } = await send(url, { method: 'POST', json: { allOrNone: true, records } })
  expect(json).toEqual([ROLLED_BACK, MISSING])
  expect(view.records('Account').size).toBe(0)
})

test('records are updated, retrieved and deleted by id; null stands for one that is not there', async () => {
  const { send } = await org()
  const made = (
    await send(url, { method: 'POST', json: { records: [account({ Name: 'A' }), account({ Name: 'B' })] } })
  ).json
  const [a, b] = made.map(({ id }: { id: string }) => id)
  const updated = await send(url, {
    method: 'PATCH',
    json: { records: [account({ id: a, Name: 'A2' }), account({ Name: 'x' })] },
  })
  expect(updated.json).toMatchObject([
    { id: a, success: true },
    { success: false, errors: [{ statusCode: 'MISSING_ARGUMENT' }] },
  ])
  const found = await send(`${url}/Account?ids=${b},001000000000000AAA,${a}&fields=Name`)
  expect(found.json.map((row: { Name: string } | null) => row?.Name ?? null)).toEqual(['B', null, 'A2'])
  const byBody = await send(`${url}/Account`, { method: 'POST', json: { ids: [a], fields: ['Name'] } })
  expect(byBody.json).toMatchObject([{ attributes: { type: 'Account' }, Name: 'A2' }])
  const gone = await send(`${url}?ids=${a},${a},xyz&allOrNone=false`, { method: 'DELETE' })
  expect(gone.json.map(({ success }: { success: boolean }) => success)).toEqual([true, false, false])
  expect(gone.json[2].errors[0].statusCode).toBe('MALFORMED_ID')
})

test('upsert says what is new; refused rows of allOrNone say created, as the real API does', async () => {
  const fields = { Ext__c: { type: 'string', length: 20, externalId: true, unique: true, idLookup: true } } as const
  const { send } = await org({ objects: { Account: { fields } } })
  const upsert = (records: unknown[], allOrNone = false) =>
    send(`${url}/Account/Ext__c`, { method: 'PATCH', json: { allOrNone, records } })
  expect((await upsert([account({ Ext__c: '1', Name: 'A' })])).json).toMatchObject([{ success: true, created: true }])
  expect((await upsert([account({ Ext__c: '1', Name: 'B' })])).json).toMatchObject([{ success: true, created: false }])
  const refused = await upsert([account({ Ext__c: '2', Name: 'C' }), account({ Ext__c: '3' })], true)
  expect(refused.json).toEqual([
    { ...ROLLED_BACK, created: true },
    { ...MISSING, created: true },
  ])
})

test('more than 200 records, or none, are refused', async () => {
  const { send } = await org()
  const records = Array.from({ length: 201 }, () => account({ Name: 'A' }))
  expect((await send(url, { method: 'POST', json: { records } })).json).toEqual([
    {
      errorCode: 'EXCEEDED_ID_LIMIT',
      message: 'record limit reached. cannot submit more than 200 records into this call',
    },
  ])
  expect((await send(url, { method: 'POST', json: {} })).json[0].errorCode).toBe('MISSING_ARGUMENT')
})
