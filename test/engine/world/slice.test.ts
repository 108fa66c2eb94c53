import { expect, test } from 'vitest'
import { type Change, Table } from '../../../src/engine/world/table.js'

interface Pet {
  readonly id: string
  readonly kind: string
}

function pets(count: number): Table<Pet> {
  const table = new Table<Pet>('pets', { indexes: ['kind'] }, (_change: Change) => {})
  for (let i = 1; i <= count; i++) table.insert({ id: `p${i}`, kind: i % 2 === 0 ? 'cat' : 'dog' })
  return table
}

const ids = (rows: readonly Pet[]) => rows.map(({ id }) => id)

test('so many rows from a place on, oldest or newest first', () => {
  const table = pets(5)
  expect(ids(table.slice({ offset: 1, limit: 2 }))).toEqual(['p2', 'p3'])
  expect(ids(table.slice({ offset: 1, limit: 2, order: 'newest' }))).toEqual(['p4', 'p3'])
  expect(ids(table.slice({ offset: 4, limit: 9 }))).toEqual(['p5'])
  expect(ids(table.slice({ offset: 4, limit: 9, order: 'newest' }))).toEqual(['p1'])
  expect(ids(table.slice({ offset: 9, limit: 9 }))).toEqual([])
  expect(ids(table.slice({ offset: 9, limit: 9, order: 'newest' }))).toEqual([])
})

test('of those with a value in an indexed field, which are counted too', () => {
  const table = pets(5)
  expect(table.count('kind', 'dog')).toBe(3)
  expect(table.count('kind', 'fox')).toBe(0)
  expect(ids(table.slice({ where: ['kind', 'dog'], offset: 1, limit: 5 }))).toEqual(['p3', 'p5'])
  expect(() => table.count('name', 'x')).toThrow("pets has no index on 'name'")
})
