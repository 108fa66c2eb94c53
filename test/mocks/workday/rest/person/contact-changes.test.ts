import { beforeEach, expect, test } from 'vitest'
import { tenant } from '../../../../support/workday.js'

// One change over two services: begun in staffing, edited and submitted in person.
type Tenant = Awaited<ReturnType<typeof tenant>>

let at: Tenant
let worker: { id: string; person: { id: string } }
let change: string

const WORK = { usageType: { id: 'Communication_Usage_Type_ID=WORK' } }
const MOBILE = { id: 'Phone_Device_Type_ID=Mobile' }

beforeEach(async () => {
  at = await tenant()
  worker = (await at.rest('GET', 'staffing/v6/{tenant}/workers?search=30020')).body.data[0]
  change = await begin('work')
})

async function begin(side: 'work' | 'home'): Promise<string> {
  const path = `staffing/v6/{tenant}/workers/${worker.id}/${side}ContactInformationChanges`
  return (await at.rest('POST', path, { effective_date: '2026-11-24' })).body.id
}

const on = (method: string, path: string, body?: unknown, side = 'work', id = change) =>
  at.rest(method, `person/v4/{tenant}/${side}ContactInformationChanges/${id}${path}`, body)
const emails = async () => (await at.rest('GET', `person/v4/{tenant}/people/${worker.person.id}/workEmails`)).body
const code = async (answer: Promise<{ body: { errors?: { code: string }[] } }>) => (await answer).body.errors?.[0]?.code

test('an address that was added is there for the person once the change is submitted', async () => {
  const added = await on('POST', '/emailAddresses', { emailAddress: 'second@aldergate.example', usage: WORK })
  expect(added).toMatchObject({ status: 201, body: { emailAddress: 'second@aldergate.example' } })
  expect((await on('GET', '/emailAddresses')).body.total).toBe(2)
  expect((await emails()).total).toBe(1)
  expect(await on('POST', '/submit', {})).toMatchObject({
    status: 201,
    body: { businessProcessParameters: { overallStatus: 'Successfully Completed' } },
  })
  expect((await emails()).data.map((each: { emailAddress: string }) => each.emailAddress)).toContain(
    'second@aldergate.example',
  )
  expect(await code(on('POST', '/submit', {}))).toBe('A178')
  expect(await code(on('POST', '/webAddresses', { url: 'https://example.com', usage: WORK }))).toBeDefined()
})

test('pieces are changed with PATCH, addresses with PUT, and deleted with an empty answer', async () => {
  const [phone] = (await on('GET', '/phoneNumbers')).body.data
  const changed = await on('PATCH', `/phoneNumbers/${phone.id}`, { completePhoneNumber: '555 0199', extension: '7' })
  expect(changed).toMatchObject({ status: 200, body: { completePhoneNumber: '555 0199', extension: '7' } })
  const [address] = (await on('GET', '/addresses')).body.data
  expect(await on('PUT', `/addresses/${address.id}`, { city: 'Golden' })).toMatchObject({
    status: 200,
    body: { city: 'Golden', addressLine1: address.addressLine1 },
  })
  expect(await on('DELETE', `/phoneNumbers/${phone.id}`)).toMatchObject({ status: 200, body: {} })
  expect((await on('GET', `/phoneNumbers/${phone.id}`)).status).toBe(404)
})

test('what an email must not be: A618 none, A609 no address, A645 for home, A573 a second primary one', async () => {
  const add = (body: unknown) => code(on('POST', '/emailAddresses', body))
  expect(await add({ usage: WORK })).toBe('A618')
  expect(await add({ emailAddress: 'nobody', usage: WORK })).toBe('A609')
  expect(await add({ emailAddress: 'a@b.example' })).toBe('A645')
  expect(await add({ emailAddress: 'a@b.example', usage: { ...WORK, primary: true } })).toBe('A573')
  const [primary] = (await on('GET', '/emailAddresses')).body.data
  const patch = (usage: unknown) => code(on('PATCH', `/emailAddresses/${primary.id}`, { usage }))
  expect(await patch({ primary: false })).toBe('A628')
  expect(await patch({ usageType: { id: 'Communication_Usage_Type_ID=HOME' } })).toBe('A610')
  expect(await add({ emailAddress: 'a@b.example', usage: WORK })).toBeUndefined()
  expect(await code(on('DELETE', `/emailAddresses/${primary.id}`))).toBe('A605')
})

test('phones, messengers, pages and addresses are refused in words of their own', async () => {
  const add = (kind: string, body: object) => code(on('POST', `/${kind}`, { usage: WORK, ...body }))
  const phone = { completePhoneNumber: '555 0100', countryPhoneCode: { id: 'Country_Phone_Code_ID=1' } }
  expect(await add('phoneNumbers', { ...phone, completePhoneNumber: '' })).toBe('A578')
  expect(await add('phoneNumbers', { completePhoneNumber: '555 0100' })).toBe('A577')
  expect(await add('phoneNumbers', phone)).toBe('A664')
  expect(await add('phoneNumbers', { ...phone, deviceType: MOBILE })).toBeUndefined()
  expect(await add('instantMessengers', { userName: 'ada' })).toBe('A598')
  expect(await add('instantMessengers', { type: { id: 'Instant_Messenger_Type_ID=Slack' } })).toBe('A603')
  expect(await add('instantMessengers', { type: { id: 'Instant_Messenger_Type_ID=Slack' }, userName: 'ada' })).toBe(
    'A606',
  )
  expect(await add('webAddresses', {})).toBe('A596')
  expect(await add('webAddresses', { url: 'example' })).toBe('A595')
  expect(await add('webAddresses', { url: 'https://example.com' })).toBe('A667')
  expect(await add('addresses', { city: 'Boulder' })).toBe('A616')
  const us = { country: { id: 'ISO_3166-1_Alpha-2_Code=US' } }
  expect(await add('addresses', { ...us, city: 'Boulder' })).toBe('A662')
  expect(await add('addresses', { ...us, countryRegion: { id: 'Country_Region_ID=CA-ON' } })).toBe('A597')
  expect(await add('addresses', { ...us, usage: { ...WORK, primary: true } })).toBe('A1075')
})

test('only one change of a kind at a time: A644 for work, A641 for home; home needs its address: A617', async () => {
  const again = (side: string) =>
    code(at.rest('POST', `staffing/v6/{tenant}/workers/${worker.id}/${side}ContactInformationChanges`, {}))
  expect(await again('work')).toBe('A644')
  const home = await begin('home')
  expect(await again('home')).toBe('A641')
  const [address] = (await on('GET', '/addresses', undefined, 'home', home)).body.data
  expect(await code(on('PUT', `/addresses/${address.id}`, { usage: { public: true } }, 'home', home))).toBe('A637')
  await on('DELETE', `/addresses/${address.id}`, undefined, 'home', home)
  expect(await code(on('POST', '/submit', {}, 'home', home))).toBe('A617')
  expect((await on('GET', '/addresses', undefined, 'home')).status).toBe(404)
})

test('a person is told with names, and what is public', async () => {
  const read = async (part: string) =>
    (await at.rest('GET', `person/v4/{tenant}/people/${worker.person.id}/${part}`)).body.data
  expect((await read('legalName'))[0]).toMatchObject({ id: worker.person.id, first: expect.any(String) })
  expect(await read('preferredName')).toEqual([])
  expect((await read('personalInformation'))[0].dateOfBirth).toMatch(/^\d{4}-/)
  expect((await read('publicContactInformation'))[0].emails).toHaveLength(1)
  expect(await read('homeEmails?publicOnly=true')).toEqual([])
  expect(await read('homeEmails?primaryOnly=true')).toHaveLength(1)
})
