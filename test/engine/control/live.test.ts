import { expect, test } from 'vitest'
import { controlled } from './harness.js'

async function open(body: unknown) {
  const iterator = (body as AsyncIterable<string>)[Symbol.asyncIterator]()
  expect((await iterator.next()).value).toBe(': connected\n\n')
  return iterator
}

test('requests are told as they come, also after a reset', async () => {
  const { raw, shop, api, sandbox } = await controlled()
  const client = new AbortController()
  const reply = await raw({ target: '/_standin/worlds/default/logs/live?status=404', signal: client.signal })
  expect(reply.headers['Content-Type']).toContain('text/event-stream')
  const live = await open(reply.body)
  await shop('POST', '/things', 'name=a&size=1')
  await shop('GET', '/nothing')
  const first = String((await live.next()).value)
  expect(first).toMatch(/^event: request\ndata: \{.*"status":404/)
  await api('POST', '/worlds/default/reset')
  await shop('GET', '/nothing/else')
  expect(String((await live.next()).value)).toContain('/nothing/else')
  client.abort()
  expect((await live.next()).done).toBe(true)
  await sandbox.settled()
})

test('deliveries are told when they are made and when they are answered', async () => {
  const { raw, api } = await controlled()
  await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/hook' })
  const reply = await raw({ target: '/_standin/worlds/default/deliveries/live' })
  const live = await open(reply.body)
  await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  const text = String((await live.next()).value)
  expect(text).toContain('"state":"pending"')
  expect(text).toContain('"state":"delivered"')
  await live.return?.()
  expect((await live.next()).done).toBe(true)
})
