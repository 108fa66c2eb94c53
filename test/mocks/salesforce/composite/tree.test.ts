import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const url = '/services/data/v59.0/composite/tree/Account'
const contact = (referenceId: string, fields: object) => ({ attributes: { type: 'Contact', referenceId }, ...fields })
const acme = (contacts: unknown[]) => ({
  records: [{ attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme', Contacts: { records: contacts } }],
})

test('a record is created with those below it', async () => {
  const { send, view } = await org()
  const { status, json } = await send(url, {
    method: 'POST',
    json: acme([contact('ada', { LastName: 'Lovelace' }), contact('bob', { LastName: 'Babbage' })]),
  })
  expect(status).toBe(201)
  expect(json.hasErrors).toBe(false)
  expect(json.results.map(({ referenceId }: { referenceId: string }) => referenceId)).toEqual(['acme', 'ada', 'bob'])
  expect(view.records('Contact').find(json.results[1].id)?.AccountId).toBe(json.results[0].id)
})

test('one that fails undoes all, and is named', async () => {
  const { send, view } = await org()
  const { status, json } = await send(url, { method: 'POST', json: acme([contact('ada', {})]) })
  expect(status).toBe(400)
  expect(json).toMatchObject({
    hasErrors: true,
    results: [{ referenceId: 'ada', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] }],
  })
  expect(view.records('Account').size).toBe(0)
})

test('a reference id that is missing or given twice is refused', async () => {
  const { send } = await org()
  const code = async (json: unknown) => (await send(url, { method: 'POST', json })).json[0].errorCode
  expect(await code({ records: [{ attributes: { type: 'Account' }, Name: 'A' }] })).toBe('INVALID_INPUT')
  expect(await code(acme([contact('acme', { LastName: 'L' })]))).toBe('INVALID_INPUT')
  const many = Array.from({ length: 201 }, (_, i) => ({
    attributes: { type: 'Account', referenceId: `r${i}` },
    Name: 'A',
  }))
  expect(await code({ records: many })).toBe('INVALID_INPUT')
})
