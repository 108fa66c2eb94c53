import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, endOfRecords, parseCsv } from '../../../../mocks/salesforce/jobs/csv.js'
import { DELIMITERS, type Dialect } from '../../../../mocks/salesforce/jobs/csv-dialect.js'

test('values in quotes hold delimiters, quotes and line ends', () => {
  expect(parseCsv('a,"b,c","d ""e""","f\ng"\n1,2,3,4\n', ',')).toEqual([
    ['a', 'b,c', 'd "e"', 'f\ng'],
    ['1', '2', '3', '4'],
  ])
})

test('either line ending is read, empty lines are none, and the last line needs no end', () => {
  expect(parseCsv('a;b\r\n\r\n1;\r\n2;x', ';')).toEqual([
    ['a', 'b'],
    ['1', ''],
    ['2', 'x'],
  ])
})

test('a record is whole once its line ends outside of quotes', () => {
  expect(endOfRecords(Buffer.from('a,b\n"c\nd",e'))).toBe(4)
  expect(endOfRecords(Buffer.from('a,b\n"c\nd",e\n'))).toBe(12)
  expect(endOfRecords(Buffer.from('"a""\n"'))).toBe(0)
})

test('what is written is read again, in every dialect', () => {
  const delimiters = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[]
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '^', '`', '\n', '\r', ' ') })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 5 })
  const dialects = fc.record({
    columnDelimiter: fc.constantFrom(...delimiters),
    lineEnding: fc.constantFrom('LF', 'CRLF'),
  })
  fc.assert(
    fc.property(rows, dialects, (records, dialect) => {
      const text = records.map((record) => csvLine(record, dialect as Dialect)).join('')
      expect(parseCsv(text, DELIMITERS[dialect.columnDelimiter])).toEqual(records)
      expect(endOfRecords(Buffer.from(text))).toBe(Buffer.byteLength(text))
    }),
  )
})

test('no text brings the reader down', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseCsv(text, ','))))
})
