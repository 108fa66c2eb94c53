import { expect, test } from 'vitest'
import { canonicalId, makeId, suffixOf } from '../../../../mocks/salesforce/records/ids.js'

test('the suffix of a recorded id is worked out from its capitals', () => {
  expect(suffixOf('0015500001QdQWa')).toBe('AAN')
  expect(suffixOf('012000000000000')).toBe('AAA')
})

test('an id of 15 or of 18 characters in any case is one id', () => {
  expect(canonicalId('0015500001QdQWa')).toBe('0015500001QdQWaAAN')
  expect(canonicalId('0015500001qdqwaaan')).toBe('0015500001QdQWaAAN')
  expect(canonicalId('0015500001QdQWaAAN')).toBe('0015500001QdQWaAAN')
})

test('what is no id is told apart', () => {
  for (const text of ['', 'abc', '0015500001QdQW', '0015500001QdQWaA', '0015500001QdQW-', '0015500001QdQWaAA9'])
    expect(canonicalId(text)).toBeUndefined()
})

test('a made id has its key prefix and the right suffix', () => {
  const id = makeId('001', '5f', 12345)
  expect(id).toMatch(/^0015f0000000\w{3}\w{3}$/)
  expect(canonicalId(id.slice(0, 15))).toBe(id)
})
