import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeTest } from '../../../../mocks/salesforce/soql/like.js'
import { parseSoql } from '../../../../mocks/salesforce/soql/parse.js'
import { SoqlError, showSource } from '../../../../mocks/salesforce/soql/soql-error.js'
import { CORPUS } from './support/corpus.js'
import { ask } from './support/org.js'

test.each(CORPUS)('parses %s', (soql) => {
  expect(parseSoql(soql).end).toBe(soql.length)
})

/** Parses and, where it can, answers; what is refused must say where. */
function attempt(soql: string): void {
  for (const act of [parseSoql, ask]) {
    try {
      act(soql)
    } catch (error) {
      if (!(error instanceof SoqlError)) throw new Error(`Crashed: ${soql}`, { cause: error })
      expect(error.position).toBeGreaterThanOrEqual(0)
      expect(error.position).toBeLessThanOrEqual(soql.length)
      expect(showSource(error, soql).message).toMatch(/\n *\^\nERROR at Row:\d+:Column:\d+\n./)
    }
  }
}

const PIECES = [
  '(',
  ')',
  ',',
  "'",
  '.',
  ':',
  '=',
  '\\',
  'AND',
  'OR',
  'NOT',
  'SELECT',
  'FROM',
  'WHERE',
  'NULL',
  '1e999',
  '-',
  '%',
  '\u0000',
  '😀',
  'LAST_N_DAYS:99999999',
  'COUNT()',
]

test('no mutation of a query crashes it, and each refusal has its place', () => {
  const mutation = fc.record({
    soql: fc.constantFrom(...CORPUS),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    piece: fc.constantFrom('', ...PIECES),
    space: fc.boolean(),
  })
  fc.assert(
    fc.property(mutation, ({ soql, at, cut, piece, space }) => {
      const place = Math.floor(at * soql.length)
      attempt(soql.slice(0, place) + (space ? ` ${piece} ` : piece) + soql.slice(place + cut))
    }),
    { numRuns: 4000 },
  )
})

test('no sequence of words crashes it', () => {
  const words = CORPUS.flatMap((soql) => soql.split(/(?<=\W)|(?=\W)/).filter((word) => word !== ' '))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...new Set(words)), { maxLength: 25 }), (parts) =>
      attempt(`SELECT ${parts.join(' ')}`),
    ),
    { numRuns: 1500 },
  )
})

test('deep nesting is refused, not a crash', () => {
  const deep = 50_000
  attempt(`SELECT Id FROM Account WHERE ${'('.repeat(deep)}Name = 'a'${')'.repeat(deep)}`)
  attempt(`SELECT Id FROM Account WHERE ${'NOT '.repeat(deep / 4)}Name = 'a'`)
  attempt(`SELECT ${'(SELECT '.repeat(deep / 8)}`)
  attempt(`SELECT ${'F('.repeat(deep)}`)
})

// With a regular expression this would not end before the time-out of tests.
test('a hostile pattern costs no more than its length times that of the text', () => {
  const matches = likeTest(`${'%a'.repeat(200)}%b`, 0)
  expect(matches('a'.repeat(30_000))).toBe(false)
  expect(matches(`${'a'.repeat(30_000)}b`)).toBe(true)
})
