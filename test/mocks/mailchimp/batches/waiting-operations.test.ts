import { expect, test } from 'vitest'
import { mailchimpWorld } from '../../../support/mailchimp.js'

/** Runs a batch to its end, and gives the statuses of its operations. */
async function statusesOf(it: Awaited<ReturnType<typeof mailchimpWorld>>, operations: object[]): Promise<number[]> {
  const { json } = await it.post<{ id: string }>('/3.0/batches', { operations })
  await it.advance(1000)
  return it.view.batchResults.where('parent', json.id).flatMap(({ answers }) => answers.map((one) => one.status_code))
}

const send = (method: string, path: string, body: unknown) => ({
  method,
  path,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

test('an endpoint that is made inside a batch is asked, and hears of what happens after', async () => {
  const it = await mailchimpWorld()
  const { id } = await it.list()
  const hook = it.receiver()
  const broken = it.receiver(() => ({ status: 500, body: '' }))
  const path = `/lists/${id}/webhooks`
  const operations = [send('POST', path, { url: hook.url }), send('POST', path, { url: broken.url })]
  expect(await statusesOf(it, [...operations, send('POST', path, {}), send('POST', path, 'no JSON')])).toEqual([
    200, 400, 400, 400,
  ])
  expect([hook.checked.length, broken.checked.length]).toEqual([1, 1])
  await it.post(`/3.0/lists/${id}/members`, { email_address: 'ada@lovelace.test', status: 'subscribed' })
  await it.settled()
  expect(hook.types()).toEqual(['subscribe'])
})

test('batch webhooks and content from a page inside a batch are looked up too', async () => {
  const it = await mailchimpWorld()
  const hook = it.receiver()
  const page = it.receiver(() => ({ status: 200, body: '<p>From a page</p>' }))
  const { json } = await it.post<{ id: string }>('/3.0/campaigns', { type: 'regular' })
  const operations = [
    send('POST', '/batch-webhooks', { url: hook.url }),
    send('PUT', `/campaigns/${json.id}/content`, { url: page.url }),
  ]
  expect(await statusesOf(it, operations)).toEqual([200, 200])
  expect((await it.get(`/3.0/campaigns/${json.id}/content`)).json).toMatchObject({ html: '<p>From a page</p>' })
})

test('a batch inside a batch is one too', async () => {
  const it = await mailchimpWorld()
  const inner = { operations: [send('GET', '/ping', '')] }
  expect(await statusesOf(it, [send('POST', '/batches', inner)])).toEqual([200])
  await it.advance(1000)
  expect(it.view.batches.all().map(({ status }) => status)).toEqual(['finished', 'finished'])
})
