import { afterEach, describe, expect, test } from 'vitest'
import { loadJsforce, openOrg } from './door.js'

const jsforce = loadJsforce()
let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

describe.skipIf(!jsforce)('jsforce (skipped where it is not installed)', () => {
  if (!jsforce) return
  const { Connection } = jsforce

  async function connect() {
    const acme = await openOrg()
    close = acme.close
    const connection = new Connection({
      instanceUrl: acme.url,
      accessToken: acme.env('SF_ACCESS_TOKEN'),
      version: '59.0',
    })
    connection.bulk2.pollInterval = 200
    connection.bulk2.pollTimeout = 30_000
    return connection
  }

  test('loads records, and says which failed and why', async () => {
    const connection = await connect()
    const input = [
      { Name: 'One', NumberOfEmployees: '1' },
      { Name: 'Two', NumberOfEmployees: '' },
      { Name: '', NumberOfEmployees: '3' },
    ]
    const done = await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input })
    expect(done.successfulResults.map((row) => [row.Name, row.sf__Created])).toEqual([
      ['One', 'true'],
      ['Two', 'true'],
    ])
    expect(done.failedResults).toMatchObject([
      { sf__Id: '', sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --' },
    ])
    expect(done.unprocessedRecords).toEqual([])
  })

  test('an empty input makes a job that is complete', async () => {
    const connection = await connect()
    const done = await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: '' })
    expect(done).toEqual({ successfulResults: [], failedResults: [], unprocessedRecords: [] })
  })

  test('queries as a stream of records', async () => {
    const connection = await connect()
    await connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: 'Name\nOne\nTwo\n' })
    const rows = await (await connection.bulk2.query('SELECT Id, Name FROM Account ORDER BY Name')).toArray()
    expect(rows.map(({ Name }) => Name)).toEqual(['One', 'Two'])
  })
})
