import { expect, test } from 'vitest'
import { VendorError } from '../../../src/engine/kit.js'
import { library, libraryDocument } from '../../support/toy-library.js'

test('a resource is created out of its description, and is there afterwards', async () => {
  const { call } = await library()
  const created = await call('POST', '/books', 'title=Emma&pages=400&tags[]=novel&metadata[0]=shelf')
  expect(created.headers['Standin-Fidelity']).toBe('generic')
  expect(created.body).toEqual({
    id: expect.stringMatching(/^book_\w{8}$/),
    object: 'book',
    title: 'Emma',
    status: 'active',
    created: Date.UTC(2026, 0, 1) / 1000,
    pages: 400,
    tags: ['novel'],
    metadata: { 0: 'shelf' },
  })
  expect((await call('GET', `/books/${created.body.id}`)).body).toEqual(created.body)
})

test('an update merges, an empty text unsets, and one that is refused changes nothing', async () => {
  const { call } = await library()
  const { id } = (await call('POST', '/books', 'title=Emma&author=Austen')).body
  expect((await call('POST', `/books/${id}`, 'author=')).body).toMatchObject({ title: 'Emma', author: null })
  expect((await call('POST', `/books/${id}`, 'title=Other&pages=many')).status).toBe(400)
  expect((await call('GET', `/books/${id}`)).body.title).toBe('Emma')
})

test('a list is newest first, in pages, and narrowed by fields of its items', async () => {
  const { call } = await library()
  for (let i = 0; i < 5; i++) await call('POST', '/books', `title=Book ${i % 2}`)
  const first = (await call('GET', '/books?limit=2')).body
  expect(first).toMatchObject({ data: [{ title: 'Book 0' }, { title: 'Book 1' }], has_more: true })
  const rest = (await call('GET', `/books?after=${first.data[1].id}`)).body
  expect(rest).toMatchObject({ data: [{ title: 'Book 0' }, { title: 'Book 1' }, { title: 'Book 0' }], has_more: false })
  expect((await call('GET', '/books?title=Book 1')).body.data).toHaveLength(2)
  expect((await call('GET', '/books?colour=red')).status).toBe(400)
})

test('what is deleted is gone, and cannot be deleted again', async () => {
  const { call } = await library()
  const { id } = (await call('POST', '/books', 'title=Emma')).body
  expect((await call('DELETE', `/books/${id}`)).body).toEqual({ object: 'book', id, deleted: true })
  expect((await call('GET', `/books/${id}`)).status).toBe(404)
  expect((await call('DELETE', `/books/${id}`)).status).toBe(404)
})

test('nested resources belong to what they are nested in', async () => {
  const { call } = await library()
  const [emma, persuasion] = [
    (await call('POST', '/books', 'title=Emma')).body,
    (await call('POST', '/books', 'title=P')).body,
  ]
  await call('POST', `/books/${emma.id}/reviews`, 'stars=5')
  expect((await call('GET', `/books/${emma.id}/reviews`)).body.data).toMatchObject([{ book: emma.id, stars: 5 }])
  expect((await call('GET', `/books/${persuasion.id}/reviews`)).body.data).toEqual([])
  expect((await call('POST', '/books/unknown/reviews', 'stars=5')).status).toBe(404)
})

test('a verb that names one status sets it; one that names none is refused by name', async () => {
  const { call, world } = await library({
    errors: {
      problem: (problem) => {
        const operation = problem.kind === 'not-simulated' ? problem.operation?.key : ''
        return Object.assign(
          new VendorError({ status: problem.kind === 'not-simulated' ? 501 : 400, message: `${operation}` }),
        )
      },
      render: (error) => ({ status: error.status, headers: {}, body: { message: error.message } }),
    },
  })
  const { id } = (await call('POST', '/books', 'title=Emma')).body
  expect((await call('POST', `/books/${id}/archive`)).body.status).toBe('archived')
  const refused = await call('POST', `/books/${id}/shake`)
  expect(refused).toMatchObject({ status: 501, body: { message: 'POST /books/{book}/shake' } })
  expect(refused.headers['Standin-Fidelity']).toBe('refused')
  expect(world.log.list({ limit: 1 })[0]).toMatchObject({ status: 501, fidelity: 'refused' })
})

test('a resource without a collection is always the same one', async () => {
  const { call } = await library()
  const first = (await call('GET', '/settings')).body
  expect(first).toMatchObject({ object: 'settings' })
  expect((await call('GET', '/settings')).body).toEqual(first)
})

test('the life of a row is told as events', async () => {
  const { call, world } = await library()
  const { id } = (await call('POST', '/books', 'title=Emma')).body
  await call('POST', `/books/${id}`, 'title=Anna')
  await call('DELETE', `/books/${id}`)
  expect(world.log.list().map(({ events }) => events)).toEqual([['book.deleted'], ['book.updated'], ['book.created']])
})

test('with failOnGeneric a guess is an error, and leaves nothing', async () => {
  const { call, sandbox } = await library({}, { failOnGeneric: true })
  expect((await call('POST', '/books', 'title=Emma')).status).toBe(400)
  expect(sandbox.defaultWorld.allTables.find(({ name }) => name.endsWith('/book'))?.size ?? 0).toBe(0)
})

test('fields named like parts of the prototype are fields like others, or are refused', async () => {
  const { call } = await library()
  const created = await call('POST', '/books', 'title=Emma&metadata[constructor]=a&metadata[__proto__]=b')
  expect(created.body.metadata).toEqual({ constructor: 'a' })
  expect((await call('POST', '/books', 'title=Emma&constructor=a')).status).toBe(400)
  expect((await call('GET', '/books?constructor=a')).status).toBe(400)
})

test('a resource that may also have been deleted is read and changed as what it is', async () => {
  const book = { anyOf: [{ $ref: '#/components/schemas/book' }, { $ref: '#/components/schemas/deleted' }] }
  const responses = { 200: { content: { 'application/json': { schema: book } } } }
  const { call } = await library({
    document: libraryDocument({
      '/books/{book}': { get: { responses }, post: { requestBody: form({ title: { type: 'string' } }), responses } },
    }),
  })
  const { id } = (await call('POST', '/books', 'title=Emma')).body
  expect((await call('GET', `/books/${id}`)).body.title).toBe('Emma')
  expect((await call('POST', `/books/${id}`, 'title=Anna')).body.title).toBe('Anna')
})
const form = (properties: object) => ({
  content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties } } },
})
