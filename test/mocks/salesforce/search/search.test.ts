import { expect, test } from 'vitest'
import { org } from '../query/support.js'

async function searched() {
  const made = await org()
  const [acme = ''] = made.insert(
    'Account',
    { Name: 'Acme Blue', Phone: '(415) 555-1212' },
    { Name: 'Blue Sky', Description: 'acme is a partner' },
    { Name: 'Acme Gone', IsDeleted: true },
  )
  made.insert(
    'Contact',
    { LastName: 'Acmeson', FirstName: 'Ann', Name: 'Ann Acmeson', Email: 'ann@blue.test', AccountId: acme },
    { LastName: 'Brown', Name: 'Brown', Email: 'brown@acme.test' },
  )
  const find = async (sosl: string, version = 'v59.0') =>
    made.send('GET', `/services/data/${version}/search?q=${encodeURIComponent(sosl)}`)
  return { ...made, acme, find }
}

/** Each search, and the names that it finds, in order. */
const SEARCHES: readonly (readonly [sosl: string, names: readonly string[]])[] = [
  ['FIND {acme} RETURNING Account(Name)', ['Acme Blue', 'Blue Sky']],
  ['FIND {ACME} IN NAME FIELDS RETURNING Account(Name), Contact(Name)', ['Acme Blue']],
  ['FIND {acme*} IN NAME FIELDS RETURNING Account(Name), Contact(Name)', ['Acme Blue', 'Ann Acmeson']],
  ['FIND {acme} IN EMAIL FIELDS RETURNING Contact(Name)', ['Brown']],
  ['FIND {"brown@acme.test"} IN ALL FIELDS RETURNING Contact(Name)', ['Brown']],
  ['FIND {4155551212} IN PHONE FIELDS RETURNING Account(Name)', ['Acme Blue']],
  ['FIND {acme AND blue} IN NAME FIELDS RETURNING Account(Name)', ['Acme Blue']],
  ['FIND {blue acme} IN NAME FIELDS RETURNING Account(Name)', ['Acme Blue']],
  ['FIND {"blue acme"} IN NAME FIELDS RETURNING Account(Name)', []],
  ['FIND {blue AND NOT acme} IN NAME FIELDS RETURNING Account(Name)', ['Blue Sky']],
  [
    'FIND {sky OR (acme AND blue)} IN NAME FIELDS RETURNING Account(Name ORDER BY Name DESC)',
    ['Blue Sky', 'Acme Blue'],
  ],
  ["FIND {blue} RETURNING Account(Name WHERE Name LIKE 'B%'), Contact(Name LIMIT 1)", ['Blue Sky', 'Ann Acmeson']],
  ['FIND {bl?e} IN NAME FIELDS RETURNING Account(Name) LIMIT 1', ['Acme Blue']],
]

test.each(SEARCHES)('%s', async (sosl, names) => {
  const { find } = await searched()
  const { status, body } = await find(sosl)
  expect(status).toBe(200)
  expect((body.searchRecords as { Name: string }[]).map(({ Name }) => Name)).toEqual(names)
})

test('without fields the ids come; before version 37 in a bare array', async () => {
  const { find, acme } = await searched()
  const record = { attributes: { type: 'Account', url: `/services/data/v36.0/sobjects/Account/${acme}` }, Id: acme }
  expect((await find('FIND {acme} IN NAME FIELDS RETURNING Account', 'v36.0')).body).toEqual([record])
})

test.each([
  ['FIND acme', /^No search term found\. The search term must be enclosed in braces\.$/],
  ['FIND {}', /No search term found/],
  ['FIND {(acme}', /parentheses/],
  ['FIND {acme} IN SOME FIELDS', /SOME/],
  ['FIND {acme} RETURNING', /<EOF>/],
  ['FIND {acme} RETURNING Account(Name', /<EOF>/],
  ['FIND {"acme} RETURNING Account', /quote/],
])('%s is refused', async (sosl, message) => {
  const { find } = await searched()
  const { status, body } = await find(sosl)
  const [error] = body as unknown as { errorCode: string; message: string }[]
  expect({ status, code: error?.errorCode }).toEqual({ status: 400, code: 'MALFORMED_SEARCH' })
  expect(error?.message).toMatch(message)
})

test('a parameterized search, by query and by body', async () => {
  const { send, failures } = await searched()
  const byQuery = await send(
    'GET',
    '/services/data/v59.0/parameterizedSearch?q=acme&sobject=Account&fields=Name&in=NAME',
  )
  expect(byQuery.body.searchRecords).toMatchObject([{ attributes: { type: 'Account' }, Name: 'Acme Blue' }])
  const byBody = await send('POST', '/services/data/v59.0/parameterizedSearch', {
    body: {
      q: 'blue',
      in: 'ALL',
      fields: ['Id'],
      sobjects: [
        { name: 'Account', fields: ['Name'], where: "Name LIKE 'B%'" },
        { name: 'Contact', fields: ['LastName'], limit: 1 },
      ],
      overallLimit: 2,
    },
  })
  expect(byBody.body.searchRecords).toMatchObject([{ Name: 'Blue Sky' }, { LastName: 'Acmeson' }])
  expect((await send('GET', '/services/data/v59.0/parameterizedSearch')).status).toBe(400)
  expect(failures).toEqual([])
})
