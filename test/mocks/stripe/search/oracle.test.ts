import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matcher } from '../../../../mocks/stripe/search/match.js'
import { parseQuery } from '../../../../mocks/stripe/search/query.js'

interface Customer {
  readonly created: number
  readonly email: string | null
  readonly metadata: Readonly<Record<string, string>>
}
interface Condition {
  readonly text: string
  readonly holds: (customer: Customer) => boolean
}

const word = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '"', "'", '\\', 'é', ':', '-'),
  minLength: 0,
  maxLength: 5,
})
const quote = (text: string, mark: string) => `${mark}${text.replace(/[\\"']/g, '\\$&')}${mark}`
const mark = fc.constantFrom('"', "'")
const customer: fc.Arbitrary<Customer> = fc.record({
  created: fc.integer({ min: 0, max: 9 }),
  email: fc.option(word),
  metadata: fc.dictionary(
    word.filter((key) => key !== ''),
    word,
    { maxKeys: 3 },
  ),
})

const exact: fc.Arbitrary<Condition> = fc.tuple(word, mark).map(([value, m]) => ({
  text: `email:${quote(value, m)}`,
  holds: ({ email }) => email !== null && email.toLowerCase() === value.toLowerCase(),
}))
const part: fc.Arbitrary<Condition> = fc
  .tuple(
    word.filter((text) => [...text].length >= 3),
    mark,
  )
  .map(([value, m]) => ({
    text: `email~${quote(value, m)}`,
    holds: ({ email }) => email?.toLowerCase().includes(value.toLowerCase()) ?? false,
  }))
const tagged: fc.Arbitrary<Condition> = fc.tuple(word, word, mark).map(([key, value, m]) => ({
  text: `metadata[${quote(key, m)}]:${quote(value, m)}`,
  holds: ({ metadata }) => Object.hasOwn(metadata, key) && metadata[key]?.toLowerCase() === value.toLowerCase(),
}))
const compared: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom<[string, (a: number, b: number) => boolean][]>(
      [':', (a, b) => a === b],
      ['>', (a, b) => a > b],
      ['<', (a, b) => a < b],
      ['>=', (a, b) => a >= b],
      ['<=', (a, b) => a <= b],
    ),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([[operator, compare], limit]) => ({
    text: `created${operator}${limit}`,
    holds: ({ created }) => compare(created, limit),
  }))
const absent: fc.Arbitrary<Condition> = fc.constant({ text: 'email:null', holds: ({ email }) => email === null })

const condition: fc.Arbitrary<Condition> = fc
  .tuple(fc.oneof(exact, part, tagged, compared, absent), fc.boolean())
  .map(([{ text, holds }, negated]) => (negated ? { text: `-${text}`, holds: (one) => !holds(one) } : { text, holds }))

test('a query finds what a plain filter finds', () => {
  const conditions = fc.array(condition, { minLength: 1, maxLength: 10 })
  const joints = fc.constantFrom(' ', ' AND ', ' OR ', '  and ')
  fc.assert(
    fc.property(conditions, joints, customer, (all, joint, one) => {
      const fits = matcher('customer', 'customers', parseQuery(all.map(({ text }) => text).join(joint)))
      const held = all.map(({ holds }) => holds(one))
      expect(fits({ ...one })).toBe(joint === ' OR ' ? held.some(Boolean) : held.every(Boolean))
    }),
    { numRuns: 300 },
  )
})

test('any text is read, or refused as Stripe does', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      try {
        expect(parseQuery(text).clauses.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toMatchObject({ status: 400, fields: { type: 'invalid_request_error', param: 'query' } })
      }
    }),
    { numRuns: 300 },
  )
})
