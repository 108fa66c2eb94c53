import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsforce from 'jsforce'
import { expect, test } from 'vitest'
import { salesforce } from '../../mocks/salesforce/index.js'
import type { Catalog } from '../../src/catalog.js'
import { machine, standin, started } from './harness.js'

const on = machine()
const catalog: Catalog = { salesforce: async () => salesforce }
const invoice = {
  name: 'Invoice__c',
  label: 'Invoice',
  keyPrefix: 'a1Z',
  createable: true,
  queryable: true,
  retrieveable: true,
  fields: [
    { name: 'Id', type: 'id', nillable: false, createable: false, defaultedOnCreate: true },
    { name: 'Name', type: 'string', length: 80, nillable: false, createable: true, nameField: true },
    { name: 'Total__c', type: 'currency', label: 'Total', nillable: true, createable: true, updateable: true },
  ],
}

function project(text: string): string {
  const cwd = mkdtempSync(join(on.dir, 'org-'))
  writeFileSync(join(cwd, 'standin.config.yaml'), 'vendors: [salesforce]\n')
  writeFileSync(join(cwd, 'invoice.json'), text)
  return cwd
}

test("an object of a user's own org is there after the next start, and jsforce sees it", async () => {
  // As `sf sobject describe --json` prints it.
  const cwd = project(JSON.stringify({ status: 0, result: invoice }))
  const ran = await standin(on, ['salesforce', 'import-describe', 'invoice.json'], { cwd, catalog })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('Invoice__c  standin/salesforce/objects/Invoice__c.json')
  const sandbox = await started(on, ['--config', join(cwd, 'standin.config.yaml')], { catalog })
  const { credentials, urls } = sandbox.info.vendors[0]
  const accessToken = credentials.find(({ variable }: { variable: string }) => variable === 'SF_ACCESS_TOKEN').value
  const instanceUrl = urls.find((url: string) => url.startsWith('http:'))
  const connection = new jsforce.Connection({ instanceUrl, accessToken, version: '59.0' })
  const described = await connection.describe('Invoice__c')
  expect(described).toMatchObject({ label: 'Invoice', keyPrefix: 'a1Z', custom: true })
  expect(described.fields.map(({ name, type }) => [name, type])).toEqual([
    ['Id', 'id'],
    ['Name', 'string'],
    ['Total__c', 'currency'],
  ])
  expect(await connection.sobject('Invoice__c').create({ Name: 'I-1', Total__c: 5 })).toMatchObject({ success: true })
  await sandbox.stop()
})

test('what is no describe is refused: the file, what is wrong with it, what to do', async () => {
  const cwd = project('{"name":"Invoice__c"}')
  const ran = await standin(on, ['salesforce', 'import-describe', 'invoice.json'], { cwd, catalog })
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('invoice.json (Invoice__c) has no `fields`')
  expect(ran.err).toContain('sf sobject describe')
  expect(existsSync(join(cwd, 'standin'))).toBe(false)
  const broken = await standin(on, ['salesforce', 'import-describe', 'none.json'], { cwd, catalog })
  expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('none.json cannot be read')])
})

test("the vendor's settings are checked to their depth", async () => {
  const cwd = project('{}')
  const config = `salesforce:
  limits: { DailyApiRequest: 5 }
  users: [{ name: a }]
  triggers: [{ object: Account, name: T, event: AfterUpdat, message: x }]
`
  writeFileSync(join(cwd, 'standin.config.yaml'), config)
  const { err } = await standin(on, ['start', '--vendor', 'salesforce'], { cwd, catalog })
  expect(err).toContain(
    ":2:13: salesforce.limits.DailyApiRequest: this name is not known; did you mean 'DailyApiRequests'?",
  )
  expect(err).toContain(":3:11: salesforce.users[0]: 'username' is missing")
  expect(err).toContain("did you mean 'AfterUpdate'?")
})
