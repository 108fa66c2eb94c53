import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const base = '/services/data/v59.0'

test('versions are listed for anybody, resources for who has a session', async () => {
  const { send } = await org()
  const versions = await send('/services/data', { token: null })
  expect(versions.json).toContainEqual({ label: "Winter '24", url: '/services/data/v59.0', version: '59.0' })
  const resources = await send(base)
  expect(resources.json).toMatchObject({
    query: `${base}/query`,
    sobjects: `${base}/sobjects`,
    composite: `${base}/composite`,
  })
  expect(resources.json.identity).toMatch(/^https:\/\/localhost\/id\/00D\w{15}\/005\w{15}$/)
  expect((await send(base, { token: null })).json).toEqual([
    { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
  ])
})

test('describe global lists every object', async () => {
  const { send } = await org()
  const { json } = await send(`${base}/sobjects`)
  expect(json).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 })
  expect(json.sobjects.length).toBeGreaterThan(1100)
  expect(json.sobjects.find(({ name }: { name: string }) => name === 'Account')).toMatchObject({
    keyPrefix: '001',
    labelPlural: 'Accounts',
    createable: true,
    urls: { describe: `${base}/sobjects/Account/describe`, rowTemplate: `${base}/sobjects/Account/{ID}` },
  })
})

test('a describe has fields with 57 keys each, children, and the master record type', async () => {
  const { send } = await org()
  const { json, headers } = await send(`${base}/sobjects/account/describe`)
  expect(headers.ETag).toMatch(/^"\w{8}"$/)
  const field = (name: string) => json.fields.find((each: { name: string }) => each.name === name)
  for (const each of json.fields) expect(Object.keys(each)).toHaveLength(57)
  expect(field('Name')).toMatchObject({
    type: 'string',
    length: 255,
    byteLength: 765,
    nillable: false,
    nameField: true,
  })
  expect(field('OwnerId')).toMatchObject({
    type: 'reference',
    referenceTo: ['User'],
    relationshipName: 'Owner',
    soapType: 'tns:ID',
  })
  expect(field('Rating').picklistValues.map(({ value }: { value: string }) => value)).toEqual(['Hot', 'Warm', 'Cold'])
  expect(json.childRelationships).toContainEqual({
    cascadeDelete: true,
    childSObject: 'Contact',
    deprecatedAndHidden: false,
    field: 'AccountId',
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: 'Contacts',
    restrictedDelete: false,
  })
  expect(json.recordTypeInfos).toMatchObject([{ recordTypeId: '012000000000000AAA', master: true }])
})

test('a describe that the client has is not sent again', async () => {
  const { send } = await org()
  const first = await send(`${base}/sobjects/Contact/describe`)
  const since = { 'if-modified-since': String(first.headers['Last-Modified']) }
  expect(await send(`${base}/sobjects/Contact/describe`, { headers: since })).toMatchObject({ status: 304, text: '' })
  expect((await send(`${base}/sobjects`, { headers: since })).status).toBe(304)
  const older = { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' }
  expect((await send(`${base}/sobjects/Contact/describe`, { headers: older })).status).toBe(200)
})

test('layouts hold every field that can be seen', async () => {
  const { send } = await org()
  const layouts = (await send(`${base}/sobjects/Account/describe/layouts`)).json
  expect(layouts.recordTypeMappings[0].layoutId).toBe(layouts.layouts[0].id)
  expect(JSON.stringify(layouts.layouts[0].detailLayoutSections)).toContain('"value":"Industry"')
  expect((await send(`${base}/sobjects/Account/describe/layouts/012000000000000AAA`)).status).toBe(200)
  expect((await send(`${base}/sobjects/Account/describe/compactLayouts`)).json.compactLayouts).toHaveLength(1)
})
