import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReads } from '../../../src/contracts/knockout/find-reads.js'
import { fieldsOf, withhold } from '../../../src/contracts/knockout/withhold.js'

const BODY = { id: 'a', total: 3, items: [{ sku: 'x', price: { amount: 1, currency: 'eur' } }], owner: { name: null } }

/** A program that reads these fields, and does otherwise where one is not there. */
const reading = (fields: readonly string[]) => ({
  run: async (withheld: readonly { path: string }[]) => {
    const body = withhold(
      BODY,
      withheld.map(({ path }) => path),
    )
    return JSON.stringify(fields.map((field) => at(body, field.split('.')) !== undefined))
  },
})

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || value === undefined || value === null) return value
  return at(key === '*' ? (value as unknown[])[0] : (value as Record<string, unknown>)[key], rest)
}

test('every field of a body is known, those of lists by a star', () => {
  const paths = fieldsOf('GET /a', BODY).map(({ path }) => path)
  expect(paths).toEqual([
    'id',
    'items',
    'items.*.price',
    'items.*.price.amount',
    'items.*.price.currency',
    'items.*.sku',
    'owner',
    'owner.name',
    'total',
  ])
})

test('a body without a field has all others', () => {
  expect(withhold(BODY, ['items.*.price.amount', 'owner'])).toEqual({
    id: 'a',
    total: 3,
    items: [{ sku: 'x', price: { currency: 'eur' } }],
  })
})

test('what is read is found, whatever it is, and nothing else', async () => {
  const innermost = ['id', 'items.*.price.amount', 'items.*.price.currency', 'items.*.sku', 'owner.name', 'total']
  await fc.assert(
    fc.asyncProperty(fc.subarray(innermost), async (fields) => {
      const trial = reading(fields)
      const { reads } = await findReads(fieldsOf('GET /a', BODY), await trial.run([]), trial)
      expect(reads).toEqual({ 'GET /a': [...fields].sort() })
    }),
  )
})

test('an object of which only the presence counts is found itself', async () => {
  const trial = reading(['owner', 'id'])
  const { reads } = await findReads(fieldsOf('GET /a', BODY), await trial.run([]), trial)
  expect(reads).toEqual({ 'GET /a': ['id', 'owner'] })
})

test('of many fields, each that is read costs a few runs', async () => {
  const many = Object.fromEntries(Array.from({ length: 512 }, (_, i) => [`f${i}`, i]))
  const usual = 'usual'
  const run = async (withheld: readonly { path: string }[]) =>
    withheld.some(({ path }) => path === 'f300') ? 'other' : usual
  const { reads, runs } = await findReads(fieldsOf('GET /a', many), usual, { run })
  expect(reads).toEqual({ 'GET /a': ['f300'] })
  expect(runs).toBeLessThan(25)
})
