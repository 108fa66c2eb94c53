import { expect, test } from 'vitest'
import { VendorError } from '../../../src/engine/kit.js'
import { behaviour, library } from '../../support/toy-library.js'

const DAY = 24 * 3_600_000
const counting = () =>
  library({
    behaviours: [
      behaviour('POST /work', ({ body }, world) => {
        const { how } = body as { how?: string }
        const { id } = world.table('done').insert({ id: world.random.base62(8) })
        const error = new VendorError({ status: 402, code: how ?? '', message: 'No.' })
        if (how === 'refuse') world.refuse(error)
        if (how === 'throw') throw error
        if (how === 'fail') throw new Error('ours')
        return { id }
      }),
    ],
  })
const key = (value: string) => ({ 'idempotency-key': value })

test('the same request under the same key gets the same bytes, and is done once', async () => {
  const { work, world } = await counting()
  const first = await work(key('a'))
  const again = await work(key('a'))
  expect(again.text).toBe(first.text)
  expect(again.headers.Replayed).toBe(world.log.list()[1]?.id)
  expect(first.headers.Replayed).toBeUndefined()
  expect((await work(key('b'))).text).not.toBe(first.text)
  expect((await work()).text).not.toBe(first.text)
})

test.each(['refuse', 'throw'])('an error of the vendor is given again too: %s', async (how) => {
  const { work } = await counting()
  const first = await work(key('a'), { how })
  const again = await work(key('a'), { how })
  expect([again.status, again.text]).toEqual([402, first.text])
  expect(again.headers.Replayed).toBeDefined()
})

test('a failure of ours is not kept: the next one is done', async () => {
  const { work } = await counting()
  expect((await work(key('a'), { how: 'fail' })).status).toBe(500)
  const again = await work(key('a'), { how: 'fail' })
  expect([again.status, again.headers.Replayed]).toEqual([500, undefined])
})

test('another request under the same key is refused', async () => {
  const { work, call } = await counting()
  await work(key('a'))
  expect((await work(key('a'), { n: 2 })).body.code).toBe('key-reused')
  expect((await call('POST', '/books', 'title=Emma', key('a'))).body.code).toBe('key-reused')
  const long = 'x'.repeat(2000)
  await call('POST', '/work', { long }, key('long'))
  expect((await call('POST', '/work', { long: `${long}y` }, key('long'))).body.code).toBe('key-reused')
  expect((await call('POST', '/work', { long }, key('long'))).headers.Replayed).toBeDefined()
})

test('a file is part of what is compared', async () => {
  const { call } = await library({
    wire: { ...wire, codec: () => 'bytes' },
    behaviours: [behaviour('POST /work', () => ({}))],
  })
  await call('POST', '/work', 'one', key('a'))
  expect((await call('POST', '/work', 'two', key('a'))).body.code).toBe('key-reused')
  expect((await call('POST', '/work', 'one', key('a'))).headers.Replayed).toBeDefined()
})
const wire = {
  requestId: (random: { base62(length: number): string }) => random.base62(8),
  encode: (body: unknown) => ({ contentType: 'application/json', text: JSON.stringify(body) }),
}

test('while the first is under way, another one under its key is a conflict; afterwards it is not', async () => {
  const { work, world } = await counting()
  world.faults.add({
    when: { operation: 'POST /work' },
    times: 1,
    effect: { kind: 'delay', milliseconds: 20 },
  })
  const [first, second] = await Promise.all([work(key('a')), work(key('a'))])
  expect([first.status, second.status, second.body.code]).toEqual([200, 400, 'key-in-use'])
  expect((await work(key('a'))).text).toBe(first.text)
})

test('an answer that was encoded as bytes is kept too, and what stands behind it', async () => {
  const encode = (body: unknown) => ({ contentType: 'application/json', text: Buffer.from(JSON.stringify(body)) })
  const { call } = await library({ wire: { ...wire, codec: () => 'form', encode } })
  const first = await call('POST', '/books', 'title=Emma', key('a'))
  const again = await call('POST', '/books', 'title=Emma', key('a'))
  expect([again.text, again.headers['Standin-Fidelity']]).toEqual([first.text, 'generic'])
})

test('what validation refuses is not kept', async () => {
  const { call } = await counting()
  expect((await call('POST', '/books', 'pages=many', key('a'))).body.code).toBe('invalid')
  expect((await call('POST', '/books', 'title=Emma', key('a'))).status).toBe(200)
})

test('after its lifetime a key is new, and old records do not pile up', async () => {
  const { work, world } = await counting()
  const first = await work(key('a'))
  for (let i = 0; i < 20; i++) await work(key(`k${i}`))
  expect(world.idempotency.size).toBe(21)
  await world.scheduler.advanceTo(world.clock.now() + DAY - 1)
  expect((await work(key('a'))).text).toBe(first.text)
  await world.scheduler.advanceTo(world.clock.now() + 1)
  expect((await work(key('a'))).text).not.toBe(first.text)
  for (let i = 0; i < 20; i++) await work(key(`n${i}`))
  expect(world.idempotency.size).toBe(21)
})

test('keys of other worlds are other keys', async () => {
  const { work, call, sandbox } = await counting()
  sandbox.createWorld('other')
  const first = await work(key('a'))
  const other = await call('POST', '/work', {}, { ...key('a'), authorization: 'key_test_other' })
  expect(other.headers.Replayed).toBeUndefined()
  expect(other.text).not.toBe(first.text)
})
