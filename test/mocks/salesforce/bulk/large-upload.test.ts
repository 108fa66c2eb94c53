import { expect, test } from 'vitest'
import { BODY_LIMIT } from '../../../../src/engine/exchange.js'
import { org } from '../support/org.js'

test('an upload may have 150 MB where other requests have 32', async () => {
  const { send, sandbox } = await org()
  const url = '/services/data/v59.0/jobs/ingest'
  const { id } = (await send(url, { method: 'POST', json: { object: 'Account', operation: 'insert' } })).json
  const csv = `Name\n${'a'.repeat(BODY_LIMIT)}\n`
  expect((await send(`${url}/${id}/batches`, { method: 'PUT', csv })).status).toBe(201)
  expect((await send(url, { method: 'POST', csv })).status).toBe(413)
  const limit = (method: string, target: string) =>
    sandbox.bodyLimitOf({ method, target, host: 'acme.my.salesforce.com' })
  expect(limit('PUT', `${url}/${id}/batches`)).toBe(150 * 1024 * 1024)
  expect(limit('GET', `${url}/${id}/batches`)).toBe(BODY_LIMIT)
})
