import { expect, test } from 'vitest'
import { ingest } from '../support/bulk.js'
import { org } from '../support/org.js'

const base = '/services/data/v59.0/jobs/query'
type Org = Awaited<ReturnType<typeof org>>

async function accounts(count: number): Promise<Org> {
  const acme = await org()
  const rows = Array.from(
    { length: count },
    (_, i) => `"Account ${String(i).padStart(4, '0')}\nwith a ""second"" line",${i}`,
  )
  await ingest(acme, {}, `Name,NumberOfEmployees\n${rows.join('\n')}\n`)
  return acme
}

async function run({ send, wait }: Org, query: string, more = {}) {
  const { json } = await send(base, { method: 'POST', json: { operation: 'query', query, ...more } })
  await wait(1000)
  return { id: String(json.id), created: json, info: (await send(`${base}/${json.id}`)).json }
}

test('a query is answered as CSV, page by page, with a locator that ends in the word null', async () => {
  const acme = await accounts(2500)
  const job = await run(acme, 'SELECT Name, NumberOfEmployees FROM Account ORDER BY NumberOfEmployees')
  expect(job.created.state).toBe('UploadComplete')
  expect(job.info).toMatchObject({ state: 'JobComplete', jobType: 'V2Query', numberRecordsProcessed: 2500 })
  const first = await acme.send(`${base}/${job.id}/results?maxRecords=1200`)
  expect(first.headers).toMatchObject({ 'Sforce-NumberOfRecords': '1200', 'Sforce-Locator': 'MTIwMA' })
  const second = await acme.send(`${base}/${job.id}/results?maxRecords=1200&locator=MTIwMA`)
  const third = await acme.send(`${base}/${job.id}/results?maxRecords=1200&locator=${second.headers['Sforce-Locator']}`)
  expect(third.headers).toMatchObject({ 'Sforce-NumberOfRecords': '100', 'Sforce-Locator': 'null' })
  const header = '"Name","NumberOfEmployees"\n'
  const pages = [first, second, third].map(({ text }) => text.slice(header.length)).join('')
  expect(header + pages).toBe((await acme.send(`${base}/${job.id}/results`)).text)
  expect(second.text).toMatch(/^"Name","NumberOfEmployees"\n"Account 1200\nwith a ""second"" line","1200"\n/)
})

test('parents, moments and empty values have their cells', async () => {
  const acme = await org()
  await ingest(acme, {}, 'Name\nAcme\n')
  const { id } = await run(acme, 'SELECT name, Phone, CreatedDate, Owner.Name FROM Account')
  expect((await acme.send(`${base}/${id}/results`)).text).toMatch(
    /^"Name","Phone","CreatedDate","Owner.Name"\n"Acme","","2026-01-15T09:\d\d:\d\d.000Z","Ada Admin"\n$/,
  )
})

test('up to v49 columns are in the order of the alphabet', async () => {
  const acme = await org()
  const old = '/services/data/v48.0/jobs/query'
  const { json } = await acme.send(old, {
    method: 'POST',
    json: { operation: 'query', query: 'SELECT Name, Id FROM Account' },
  })
  await acme.wait(1000)
  expect((await acme.send(`${old}/${json.id}/results`)).text).toBe('"Id","Name"\n')
  expect((await acme.send(`${base}/${json.id}/results`)).status).toBe(409)
})

test('results wait for the end: an error up to v57, 204 after', async () => {
  const { send } = await org()
  for (const [version, status] of [
    ['v57.0', 400],
    ['v59.0', 204],
  ] as const) {
    const url = `/services/data/${version}/jobs/query`
    const { json } = await send(url, { method: 'POST', json: { operation: 'query', query: 'SELECT Id FROM Account' } })
    expect((await send(`${url}/${json.id}/results`)).status).toBe(status)
  }
})

test('what bulk queries do not have is refused, and so is what is no query', async () => {
  const { send } = await org()
  const code = async (query: string) => {
    const { status, json } = await send(base, { method: 'POST', json: { operation: 'query', query } })
    return [status, json[0].errorCode]
  }
  expect(await code('SELECT COUNT(Id) FROM Account')).toEqual([400, 'FUNCTIONALITY_NOT_ENABLED'])
  expect(await code('SELECT Name FROM Account GROUP BY Name')).toEqual([400, 'FUNCTIONALITY_NOT_ENABLED'])
  expect(await code('SELECT Id, (SELECT Id FROM Contacts) FROM Account')).toEqual([400, 'FUNCTIONALITY_NOT_ENABLED'])
  expect(await code('SELECT Nothing FROM Account')).toEqual([400, 'INVALID_FIELD'])
  expect(await code('SELECT Id FROM Nothing')).toEqual([400, 'INVALID_TYPE'])
  expect(await code('SELEKT Id FROM Account')).toEqual([400, 'MALFORMED_QUERY'])
})

test('a wrong locator is refused, and a job that was aborted has no results', async () => {
  const acme = await accounts(3)
  const { id } = await run(acme, 'SELECT Id FROM Account')
  expect((await acme.send(`${base}/${id}/results?locator=xyz`)).json[0].errorCode).toBe('INVALID_QUERY_LOCATOR')
  const { json } = await acme.send(base, {
    method: 'POST',
    json: { operation: 'query', query: 'SELECT Id FROM Account' },
  })
  await acme.send(`${base}/${json.id}`, { method: 'PATCH', json: { state: 'Aborted' } })
  await acme.wait(1000)
  expect((await acme.send(`${base}/${json.id}/results`)).json[0].message).toContain('Current status: ABORTED')
  expect((await acme.send(`${base}/${json.id}`, { method: 'DELETE' })).status).toBe(204)
})
