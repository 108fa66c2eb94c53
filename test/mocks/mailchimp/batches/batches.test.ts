import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { expect, test } from 'vitest'
import type { Reply } from '../../../../src/engine/exchange.js'
import { mailchimpWorld } from '../../../support/mailchimp.js'

interface Result {
  readonly status_code: number
  readonly operation_id: string | null
  readonly response: string
}

const subscribe = (list: string, name: string) => ({
  method: 'PUT',
  path: `/lists/${list}/members/${name}@lovelace.test`,
  operation_id: name,
  body: JSON.stringify({ email_address: `${name}@lovelace.test`, status_if_new: 'subscribed' }),
})

/** All files of a gzipped tar, in one list. */
async function unpack({ body }: Reply): Promise<Result[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  const results: Result[] = []
  const files = extract()
  files.end(gunzipSync(Buffer.concat(chunks)))
  for await (const file of files) {
    const parts: Uint8Array[] = []
    for await (const part of file) parts.push(part as Uint8Array)
    results.push(...(JSON.parse(Buffer.concat(parts).toString()) as Result[]))
  }
  return results
}

test('a batch goes its way, and its results come as a gzipped tar', async () => {
  const { post, get, list, advance, visit } = await mailchimpWorld()
  const { id } = await list()
  const begun = await post<{ id: string }>('/3.0/batches', {
    operations: [subscribe(id, 'ada'), subscribe(id, 'grace')],
  })
  expect(begun.json).toMatchObject({
    status: 'pending',
    total_operations: 2,
    finished_operations: 0,
    response_body_url: '',
  })
  await advance(5)
  expect((await get(`/3.0/batches/${begun.json.id}`)).json).toMatchObject({ status: 'preprocessing' })
  await advance(1000)
  const done = await get<{ response_body_url: string }>(`/3.0/batches/${begun.json.id}`)
  expect(done.json).toMatchObject({ status: 'finished', finished_operations: 2, errored_operations: 0 })
  const results = await unpack(await visit('GET', done.json.response_body_url))
  expect(results.map(({ status_code, operation_id }) => [status_code, operation_id])).toEqual([
    [200, 'ada'],
    [200, 'grace'],
  ])
  expect(JSON.parse(results[1]?.response ?? '')).toMatchObject({ email_address: 'grace@lovelace.test', list_id: id })
})

test('one that fails does not stop the others, and changes nothing', async () => {
  const { post, get, list, advance, visit } = await mailchimpWorld()
  const { id } = await list()
  const operations = [
    {
      method: 'POST',
      path: `lists/${id}/members`,
      body: JSON.stringify({ email_address: 'no', status: 'subscribed' }),
    },
    { method: 'GET', path: '/nowhere' },
    { method: 'DELETE', path: `/lists/${id}/members/none` },
    { method: 'POST', path: `/lists/${id}/members`, body: '{' },
    subscribe(id, 'ada'),
  ]
  const { json } = await post<{ id: string }>('/3.0/batches', { operations })
  await advance(1000)
  const done = await get<{ response_body_url: string }>(`/3.0/batches/${json.id}`)
  expect(done.json).toMatchObject({ finished_operations: 5, errored_operations: 4 })
  const results = await unpack(await visit('GET', done.json.response_body_url))
  expect(results.map(({ status_code }) => status_code)).toEqual([400, 404, 404, 400, 200])
  expect((await get(`/3.0/lists/${id}/members`)).json).toMatchObject({ total_items: 1 })
})

test('a list that is asked for without a count comes whole', async () => {
  const { post, get, list, advance, visit } = await mailchimpWorld()
  const { id } = await list()
  const members = Array.from({ length: 12 }, (_, i) => ({ email_address: `m${i}@lovelace.test`, status: 'subscribed' }))
  await post(`/3.0/lists/${id}`, { members })
  const { json } = await post<{ id: string }>('/3.0/batches', {
    operations: [{ method: 'GET', path: `/lists/${id}/members` }],
  })
  await advance(1000)
  const done = await get<{ response_body_url: string }>(`/3.0/batches/${json.id}`)
  const [result] = await unpack(await visit('GET', done.json.response_body_url))
  expect((JSON.parse(result?.response ?? '{}') as { members: unknown[] }).members).toHaveLength(12)
})

test('a link to results is good for ten minutes; each look gives a new one; results go after a week', async () => {
  const { post, get, advance, visit } = await mailchimpWorld()
  const { json } = await post<{ id: string }>('/3.0/batches', { operations: [{ method: 'GET', path: '/ping' }] })
  await advance(1000)
  const look = async () => (await get<{ response_body_url: string }>(`/3.0/batches/${json.id}`)).json.response_body_url
  const url = await look()
  await advance(10 * 60_000)
  expect((await visit('GET', url)).status).toBe(403)
  expect((await visit('GET', await look())).status).toBe(200)
  expect((await visit('GET', url.replace(/Expires=\d+/, 'Expires=9999999999999'))).status).toBe(403)
  await advance(7 * 86_400_000)
  expect((await get(`/3.0/batches/${json.id}`)).status).toBe(404)
})

test('who listens hears that it is finished', async () => {
  const { post, advance, receiver } = await mailchimpWorld()
  const hook = receiver()
  await post('/3.0/batch-webhooks', { url: hook.url })
  const { json } = await post<{ id: string }>('/3.0/batches', { operations: [{ method: 'GET', path: '/ping' }] })
  await advance(1000)
  expect(hook.forms()[0]).toMatchObject({
    type: 'batch_operation_completed',
    'data[id]': json.id,
    'data[status]': 'finished',
    'data[total_operations]': '1',
    'data[response_body_url]': expect.stringContaining('/batch-results/'),
    'data[_links][0][rel]': 'self',
  })
  expect(hook.received[0]?.headers).toHaveProperty('X-Mailchimp-Signature')
})

test('500 may wait at a time', async () => {
  const { post, advance } = await mailchimpWorld()
  const begin = () => post('/3.0/batches', { operations: [{ method: 'GET', path: '/ping' }] })
  for (let i = 0; i < 500; i++) await begin()
  expect(await begin()).toMatchObject({
    status: 429,
    json: { detail: expect.stringContaining('You have more than 500 pending webhooks.') },
  })
  await advance(1000)
  expect((await begin()).status).toBe(200)
})
