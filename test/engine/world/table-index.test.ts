import { expect, test } from 'vitest'
import { Table } from '../../../src/engine/world/table.js'

type Person = { id: string; city?: string; email?: string }

test('an index made later finds the rows that are there and follows what changes', () => {
  const table = new Table<Person>('people', {}, () => {})
  table.insert({ id: '1', city: 'Paris' })
  table.index('city')
  table.insert({ id: '2', city: 'Paris' })
  expect(table.where('city', 'Paris').map(({ id }) => id)).toEqual(['1', '2'])
  table.put({ id: '1', city: 'Rome' })
  table.delete('2')
  expect(table.where('city', 'Paris')).toEqual([])
})

test('an index may go by something worked out of a row, and is copied with its table', () => {
  const table = new Table<Person>('people', {}, () => {})
  table.index('email~', ({ email }) => email?.toLowerCase())
  table.insert({ id: '1', email: 'Ada@Example.com' })
  const twin = table.emptyTwin(() => {})
  table.copyTo(twin)
  twin.insert({ id: '2', email: 'ADA@example.com' })
  expect(twin.where('email~', 'ada@example.com').map(({ id }) => id)).toEqual(['1', '2'])
  expect(table.where('email~', 'ada@example.com').map(({ id }) => id)).toEqual(['1'])
})
