import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepFreeze } from '../../../src/engine/world/deep-freeze.js'
import { type Change, type Row, Table } from '../../../src/engine/world/table.js'

interface Book extends Row {
  readonly author: string | null
  readonly isbn?: number
}
const table = (changes: Change[] = []) =>
  new Table<Book>('book', { indexes: ['author'], unique: ['isbn'] }, (change) => changes.push(change))

test('rows are found by id and by an indexed field, oldest first', () => {
  const books = table()
  books.insert({ id: 'a', author: 'Austen' })
  books.insert({ id: 'b', author: null })
  books.put({ id: 'c', author: 'Austen' })
  expect(books.find('a')).toEqual({ id: 'a', author: 'Austen' })
  expect(books.where('author', 'Austen').map(({ id }) => id)).toEqual(['a', 'c'])
  expect(books.find('x')).toBeUndefined()
  expect(books.where('author', 'Eliot')).toEqual([])
  expect(() => books.where('colour', 'red')).toThrow('no index')
})

test('a row is frozen whole, but for bytes, which cannot be', () => {
  const row = table().insert({ id: 'a', author: 'x', deep: { list: [{ n: 1 }] }, bytes: new Uint8Array(2) } as Book)
  expect(() => Object.assign((row as never as { deep: { list: object[] } }).deep.list[0] as object, { n: 2 })).toThrow()
  expect(Object.isFrozen(row)).toBe(true)
  expect(deepFreeze(new Uint8Array(1))).toEqual(new Uint8Array(1))
})

test('an id is inserted once, and a row that is not there is not updated', () => {
  const books = table()
  books.insert({ id: 'a', author: 'x' })
  expect(() => books.insert({ id: 'a', author: 'y' })).toThrow("id 'a' already")
  expect(() => books.update('b', { author: 'y' })).toThrow("no row 'b'")
  expect(books.delete('b')).toBe(false)
  expect(books.all()).toEqual([{ id: 'a', author: 'x' }])
})

test('a unique field is shared by no two rows; null and nothing are not values', () => {
  const books = table()
  books.insert({ id: 'a', author: null, isbn: 1 })
  books.insert({ id: 'b', author: null })
  books.insert({ id: 'c', author: null })
  expect(() => books.insert({ id: 'd', author: null, isbn: 1 })).toThrow("isbn '1' already")
  expect(() => books.update('b', { isbn: 1 })).toThrow("isbn '1' already")
  expect(books.put({ id: 'a', author: 'x', isbn: 1 }).author).toBe('x')
  books.delete('a')
  expect(books.update('b', { isbn: 1 }).isbn).toBe(1)
})

test('a page begins after a cursor or ends before one, and says whether there is more that way', () => {
  const books = table()
  for (const id of ['a', 'b', 'c', 'd', 'e']) books.insert({ id, author: id < 'd' ? 'x' : 'y' })
  const ids = (request: Parameters<typeof books.page>[0]) => {
    const { rows, hasMore } = books.page(request)
    return `${rows.map(({ id }) => id).join('')}${hasMore ? '+' : ''}`
  }
  expect(ids({ limit: 2 })).toBe('ed+')
  expect(ids({ limit: 2, after: 'd' })).toBe('cb+')
  expect(ids({ limit: 2, after: 'b' })).toBe('a')
  expect(ids({ limit: 2, before: 'b' })).toBe('dc+')
  expect(ids({ limit: 2, before: 'd' })).toBe('e')
  expect(ids({ limit: 2, order: 'oldest', after: 'b' })).toBe('cd+')
  expect(ids({ limit: 9, where: ['author', 'x'], after: 'd' })).toBe('cba')
  expect(ids({ limit: 9, filter: ({ id }) => id !== 'c' })).toBe('edba')
})

test('what is deleted and inserted again under its id in one step of a journal is in its new place', () => {
  const books = table()
  for (const id of ['a', 'b']) books.insert({ id, author: 'x' })
  books.restore('a', { seq: 9, row: { id: 'a', author: 'x' } as Row })
  expect(books.all().map(({ id }) => id)).toEqual(['b', 'a'])
  expect(books.where('author', 'x').map(({ id }) => id)).toEqual(['b', 'a'])
  books.insert({ id: 'c', author: 'x' })
  expect(books.page({ limit: 1 }).rows[0]?.id).toBe('c')
})

test('a copy has the same rows and goes its own way', async ({ annotate }) => {
  const books = table()
  for (let i = 0; i < 10_000; i++) books.insert({ id: `b${i}`, author: `a${i % 100}`, isbn: i })
  const twin = books.emptyTwin(() => {})
  const start = performance.now()
  books.copyTo(twin)
  const took = performance.now() - start
  await annotate(`copying 10,000 rows took ${took.toFixed(1)} ms`)
  expect(twin.find('b5')).toBe(books.find('b5'))
  twin.delete('b5')
  twin.insert({ id: 'new', author: 'a5' })
  expect(books.has('b5')).toBe(true)
  expect(books.where('author', 'a5')).toHaveLength(100)
  expect(twin.where('author', 'a5')).toHaveLength(100)
  expect(twin.where('author', 'a5').at(-1)?.id).toBe('new')
  books.delete('b105')
  expect(twin.where('author', 'a5')[0]?.id).toBe('b105')
  expect(() => twin.insert({ id: 'other', author: null, isbn: 6 })).toThrow('already')
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const author = fc.constantFrom('x', 'y', null)
const step = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), id, author }),
  fc.record({ do: fc.constant('put' as const), id, author }),
  fc.record({ do: fc.constant('delete' as const), id, author }),
)

/** The same in the plainest way: a list, sorted by when a row came. */
class Naive {
  rows: { at: number; row: Book }[] = []
  private count = 0

  apply(change: { do: string; id: string; author: string | null }): void {
    const there = this.rows.find(({ row }) => row.id === change.id)
    if (change.do === 'delete') this.rows = this.rows.filter((entry) => entry !== there)
    else if (there && change.do === 'put') there.row = { id: change.id, author: change.author }
    else if (!there) this.rows.push({ at: this.count++, row: { id: change.id, author: change.author } })
  }

  page(limit: number, newest: boolean, where?: string | null, after?: string, before?: string): string {
    let rows = this.rows.filter(({ row }) => where === undefined || row.author === where)
    if (newest) rows = rows.reverse()
    const cursor = this.rows.find(({ row }) => row.id === (after ?? before))
    const later = (entry: { at: number }) => (newest ? entry.at < (cursor?.at ?? 0) : entry.at > (cursor?.at ?? 0))
    if (cursor && after !== undefined) rows = rows.filter(later)
    if (cursor && before !== undefined) rows = rows.filter((entry) => entry !== cursor && !later(entry))
    const more = rows.length > limit
    const some = before !== undefined ? rows.slice(-limit) : rows.slice(0, limit)
    return some.map(({ row }) => row.id).join('') + (more ? '+' : '')
  }
}

function apply(
  books: Table<Book>,
  change: { do: 'insert' | 'put' | 'delete'; id: string; author: string | null },
): void {
  if (change.do === 'delete') books.delete(change.id)
  else if (change.do === 'put' || !books.has(change.id)) books[change.do]({ id: change.id, author: change.author })
}

test('after any changes, every page in either direction is what a plain list gives', () => {
  const request = fc.record({
    limit: fc.integer({ min: 1, max: 4 }),
    newest: fc.boolean(),
    where: fc.option(author, { nil: undefined }),
    after: fc.option(id, { nil: undefined }),
    before: fc.option(id, { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.array(request, { maxLength: 10 }), (steps, requests) => {
      const books = table()
      const naive = new Naive()
      for (const each of steps) {
        apply(books, each)
        naive.apply(each)
      }
      for (const { limit, newest, where, after, before } of requests) {
        const only =
          after !== undefined
            ? { after }
            : { before: naive.rows.some(({ row }) => row.id === before) ? before : undefined }
        const { rows, hasMore } = books.page({
          limit,
          order: newest ? 'newest' : 'oldest',
          where: where === undefined ? undefined : ['author', where],
          ...only,
        })
        const found = rows.map((row) => row.id).join('') + (hasMore ? '+' : '')
        expect(found).toBe(naive.page(limit, newest, where, only.after, 'before' in only ? only.before : undefined))
      }
    }),
    { numRuns: 1500 },
  )
})

test('any changes taken back, last first, leave the table as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), fc.array(step, { maxLength: 15 }), (before, after) => {
      const changes: Change[] = []
      const books = table(changes)
      for (const each of before) apply(books, each)
      const picture = () => [
        books.all(),
        books.where('author', 'x'),
        books.where('author', null),
        books.page({ limit: 3 }),
      ]
      const was = picture()
      changes.length = 0
      for (const each of after) apply(books, each)
      for (const change of changes.reverse()) books.restore(change.id, change.before)
      expect(picture()).toEqual(was)
    }),
    { numRuns: 1500 },
  )
})
