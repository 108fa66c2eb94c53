import { expect, test } from 'vitest'
import { park, stream, VendorError, type VendorWorld } from '../../../src/engine/kit.js'
import { behaviour, behaviourWithBefore, library, libraryDocument } from '../../support/toy-library.js'

const json = { requestBody: { content: { 'application/json': { schema: {} } } } }
const document = libraryDocument({ '/tell': { post: json }, '/batch': { post: json } })
const tell = behaviour('POST /tell', (_input, world) => {
  world.emit('told', { n: 1 })
  return {}
})

const poll = (until: (type: string) => boolean = () => true, more: (world: VendorWorld) => void = () => {}) =>
  library({
    document,
    behaviours: [
      tell,
      behaviour('POST /work', (_input, world) => {
        world.emit('polling', {})
        return park({
          until: ({ type }) => until(type),
          timeout: 60_000,
          resume: (event) => {
            more(world)
            return { at: world.now(), event: event?.type ?? null }
          },
        })
      }),
      behaviour('POST /batch', (_input, world) => [world.dispatch({ method: 'POST', target: '/work' }).status]),
    ],
  })

test('a parked request is answered on the event it waits for, and its log entry has all events', async () => {
  const { work, call, world } = await poll(undefined, (port) => port.emit('resumed', {}))
  const polling = work()
  await call('POST', '/tell', {})
  expect((await polling).body).toMatchObject({ event: 'told' })
  expect(world.waiters.size).toBe(0)
  expect(world.log.list()[0]?.events).toEqual(['polling', 'resumed'])
})

test('a parked request that was never woken ends when its time is up', async () => {
  const { work, world } = await poll()
  const polling = work()
  await world.scheduler.advanceTo(world.clock.now() + 60_000)
  expect((await polling).body).toMatchObject({ event: null })
})

test('a parked request is let go when its client goes, or was gone', async () => {
  const { sandbox, exchange, world } = await poll()
  const client = new AbortController()
  const polling = sandbox.handle({ ...exchange('POST', '/work', {}), signal: client.signal })
  expect(world.waiters.size).toBe(1)
  client.abort()
  await polling
  expect(world.waiters.size).toBe(0)
  await sandbox.handle({ ...exchange('POST', '/work', {}), signal: client.signal })
  expect(world.waiters.size).toBe(0)
})

test.each(['reset', 'remove', 'close'])('a parked request is let go when its world ends: %s', async (how) => {
  const { sandbox, call } = await poll()
  sandbox.createWorld('other')
  const polling = call('POST', '/work', {}, { authorization: 'key_test_other' })
  if (how === 'reset') sandbox.resetWorld('other')
  else if (how === 'remove') sandbox.removeWorld('other')
  else sandbox.close()
  expect((await polling).body).toMatchObject({ event: null })
})

test('a listener that fails is its own failure, not that of the request that made the event', async () => {
  const { work, call, world } = await poll((type) => {
    if (type === 'told') throw new Error('confused')
    return false
  })
  const polling = work()
  expect((await call('POST', '/tell', {})).status).toBe(200)
  expect((await polling).status).toBe(500)
  expect(world.waiters.size).toBe(0)
})

test('what resumes can refuse or fail, like any work', async () => {
  const refuse = (port: VendorWorld) => port.refuse(new VendorError({ status: 409, message: 'Taken.' }))
  const { work, world } = await poll(undefined, refuse)
  const polling = work()
  await world.scheduler.advanceTo(world.clock.now() + 60_000)
  expect((await polling).status).toBe(409)
})

test('a part of a batch cannot wait, and leaves nobody waiting', async () => {
  const { call, world } = await poll()
  expect((await call('POST', '/batch', {})).body).toEqual([500])
  expect(world.waiters.size).toBe(0)
  expect(world.log.list()[0]?.failure).toContain('has to wait')
})

test('a key is held while a request is parked, and its answer is kept', async () => {
  const { work, call } = await poll()
  const polling = work({ 'idempotency-key': 'a' })
  expect((await work({ 'idempotency-key': 'a' })).body.code).toBe('key-in-use')
  await call('POST', '/tell', {})
  const { text } = await polling
  expect((await work({ 'idempotency-key': 'a' })).text).toBe(text)
})

test('a stream is written after the commit, and told when the client goes', async () => {
  let ended = false
  const { sandbox, exchange, world } = await library({
    behaviours: [
      behaviour('POST /work', (_input, port) => {
        port.table('done').insert({ id: 'a' })
        return stream('text/plain', async function* (signal) {
          yield 'one'
          if (!signal.aborted) yield 'two'
          ended = true
        })
      }),
    ],
  })
  const client = new AbortController()
  const outcome = await sandbox.handle({ ...exchange('POST', '/work', {}), signal: client.signal })
  expect(world.allTables.find(({ name }) => name.endsWith('/done'))?.size).toBe(1)
  client.abort()
  const chunks: unknown[] = []
  if (outcome.kind === 'reply' && typeof outcome.body !== 'string')
    for await (const chunk of outcome.body) chunks.push(chunk)
  expect(chunks).toEqual(['one'])
  expect(ended).toBe(true)
  expect(world.log.list()[0]?.response.body).toBe('[a stream]')
})

const checked = (before: () => Promise<string>) =>
  library({
    document,
    behaviours: [
      behaviourWithBefore('POST /work', before, ({ prior }, world) => ({ prior, rows: world.table('done').size })),
      behaviour('POST /batch', (_input, world) => [world.dispatch({ method: 'POST', target: '/work' }).status]),
    ],
  })

test('what comes before may wait, outside of the transaction, and gives its result to the work', async () => {
  const { work } = await checked(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return 'checked'
  })
  expect((await work()).body).toEqual({ prior: 'checked', rows: 0 })
})

test('what fails before ends the request, in the words of the vendor if they are its own', async () => {
  const refused = await checked(() => Promise.reject(new VendorError({ status: 400, code: 'url', message: 'No.' })))
  expect((await refused.work()).body.code).toBe('url')
  const failing = await checked(() => Promise.reject(new Error('ours')))
  expect((await failing.work()).status).toBe(500)
})

test('a part of a batch that would wait before is not begun', async () => {
  let begun = 0
  const { call } = await checked(async () => `${++begun}`)
  expect((await call('POST', '/batch', {})).body).toEqual([500])
  expect(begun).toBe(0)
})

test('a part of a batch that would have to wait may be given what it waits for', async () => {
  const sums = await library({
    document: libraryDocument({ '/sum': { post: json }, '/batch': { post: json } }),
    behaviours: [
      behaviourWithBefore(
        'POST /sum',
        async () => 1,
        ({ prior }) => ({ prior }),
      ),
      behaviour('POST /batch', (_input, world) => [
        world.dispatch({ method: 'POST', target: '/sum', prior: 2 }).body,
        world.dispatch({ method: 'POST', target: '/sum' }).status,
      ]),
    ],
  })
  expect((await sums.call('POST', '/sum', {})).body).toEqual({ prior: 1 })
  expect((await sums.call('POST', '/batch', {})).body).toEqual([{ prior: 2 }, 500])
})
