import { expect, test } from 'vitest'
import type { Effect } from '../../../src/engine/faults/effect-schema.js'
import { stream } from '../../../src/engine/kit.js'
import { behaviour, library } from '../../support/toy-library.js'

/** The bytes of an answer as a door gets them, and whether they came to an end. */
async function received(told: Awaited<ReturnType<typeof library>>, ...request: Parameters<typeof told.outcome>) {
  const outcome = await told.outcome(...request)
  if (outcome.kind !== 'reply') throw new Error(`No reply but a ${outcome.kind}.`)
  const { headers, body } = outcome
  const chunks: Buffer[] = []
  if (typeof body === 'string' || body instanceof Uint8Array)
    return { headers, text: String(body), whole: true, chunks }
  try {
    for await (const chunk of body) chunks.push(Buffer.from(chunk))
  } catch {
    return { headers, text: Buffer.concat(chunks).toString(), whole: false, chunks }
  }
  return { headers, text: Buffer.concat(chunks).toString(), whole: true, chunks }
}

const told = async (...effects: Effect[]) => {
  const made = await library({
    behaviours: [
      behaviour('POST /work', ({ body }, world) => {
        if ((body as { stream?: boolean }).stream) {
          return stream('text/csv', async function* () {
            for (let i = 0; i < 4; i++) yield 'a,b,c,d\n'
          })
        }
        return world.table('done').insert({ id: `job_${world.table('done').size}` })
      }),
    ],
  })
  for (const effect of effects) made.world.faults.add({ times: 1, effect })
  return made
}

test('a truncated answer says the length of the whole and breaks after its part, with the work done', async () => {
  const library = await told({ kind: 'truncate', keep: 0.5 })
  const { headers, text, whole } = await received(library, 'POST', '/work', {})
  expect([headers['Content-Length'], text, whole]).toEqual(['14', '{"id":"', false])
  expect((await library.work()).body).toEqual({ id: 'job_1' })
})

test('a stream is truncated too', async () => {
  const { headers, text, whole } = await received(await told({ kind: 'truncate', keep: 0.25 }), 'POST', '/work', {
    stream: true,
  })
  expect([headers['Content-Length'], text, whole]).toEqual([undefined, 'a,b,c,d\n', false])
})

test('a dripping answer is whole, and comes in pieces', async () => {
  const began = performance.now()
  const { text, whole, chunks } = await received(await told({ kind: 'drip', bytesPerSecond: 200 }), 'POST', '/work', {})
  expect([text, whole]).toEqual(['{"id":"job_0"}', true])
  expect(chunks.every(({ length }) => length <= 20)).toBe(true)
  expect(performance.now() - began).toBeGreaterThan(60)
})

test('the content type is another one, with its body or with one given', async () => {
  const page = { kind: 'content-type', value: 'text/html', body: '<h1>502 Bad Gateway</h1>' } as const
  const library = await told({ kind: 'content-type', value: 'text/html' }, page)
  library.world.faults.clear()
  library.world.faults.add({ times: 1, effect: { kind: 'content-type', value: 'text/html' } })
  expect(await received(library, 'POST', '/work', {})).toMatchObject({
    headers: { 'Content-Type': 'text/html' },
    text: '{"id":"job_0"}',
  })
  library.world.faults.add({ times: 1, effect: page })
  expect(await received(library, 'POST', '/work', {})).toMatchObject({
    headers: { 'Content-Type': 'text/html' },
    text: page.body,
  })
  expect(library.world.log.list()[0]?.response.body).toBe(page.body)
})

test('a field is missing, null or of another type in what the client gets, and only there', async () => {
  const { call, world } = await library()
  const { id } = (await call('POST', '/books', 'title=Emma&pages=3')).body
  const seen = async (change: 'missing' | 'null' | 'type') => {
    world.faults.add({ times: 1, effect: { kind: 'data', change, path: 'data.0.pages' } })
    return (await call('GET', '/books')).body.data[0].pages
  }
  expect([await seen('missing'), await seen('null'), await seen('type')]).toEqual([undefined, null, '3'])
  expect((await call('GET', `/books/${id}`)).body.pages).toBe(3)
})

test('a stale object is as it was before its last change', async () => {
  const { call, world } = await library()
  const { id } = (await call('POST', '/books', 'title=Emma')).body
  const fault = world.faults.add({ effect: { kind: 'data', change: 'stale' } })
  const title = async () => (await call('GET', `/books/${id}`)).body.title
  expect(await title()).toBe('Emma')
  await call('POST', `/books/${id}`, 'title=Persuasion')
  expect([await title(), (await call('GET', '/books?title=Emma')).body.data.length]).toEqual(['Emma', 1])
  await call('POST', `/books/${id}`, 'title=Sanditon')
  expect(await title()).toBe('Persuasion')
  world.faults.remove(fault.id)
  expect(await title()).toBe('Sanditon')
})

test('one object of a list is stale, and one that was deleted is there still', async () => {
  const { call, world } = await library()
  const ids: string[] = []
  for (const title of ['Emma', 'Sanditon']) ids.push((await call('POST', '/books', `title=${title}`)).body.id)
  world.faults.add({
    when: { operation: 'GET /books' },
    effect: { kind: 'data', change: 'stale', path: 'data.1' },
  })
  world.faults.add({ when: { operation: 'GET /books/{book}' }, times: 1, effect: { kind: 'data', change: 'stale' } })
  for (const id of ids) await call('POST', `/books/${id}`, 'title=Persuasion')
  const { data } = (await call('GET', '/books')).body
  expect(data.map(({ title }: { title: string }) => title).sort()).toEqual(['Emma', 'Persuasion'].sort())
  await call('DELETE', `/books/${ids[0]}`)
  expect((await call('GET', `/books/${ids[0]}`)).body.title).toBe('Persuasion')
  expect((await call('GET', `/books/${ids[0]}`)).status).toBe(404)
})

test('a part of a batch is wrong by itself', async () => {
  const { call, work, world } = await library({
    behaviours: [behaviour('POST /work', (_input, port) => port.dispatch({ method: 'GET', target: '/books' }).body)],
  })
  await call('POST', '/books', 'title=Emma')
  world.faults.add({
    when: { operation: 'GET /books' },
    effect: { kind: 'data', change: 'null', path: 'data.*.title' },
  })
  expect((await work()).body.data[0].title).toBeNull()
})
