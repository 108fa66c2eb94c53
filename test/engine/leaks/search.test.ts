import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Leakable } from '../../../src/engine/leaks/leakable.js'
import { LeakSearch } from '../../../src/engine/leaks/search.js'

const secret = (value: string): Leakable => ({ value, kind: 'secret', vendor: 'shop', name: 'secret key' })
const card: Leakable = { value: '4242424242424242', kind: 'card number', vendor: 'shop', name: 'card number' }

test('a value is found with its place, and never shown whole', () => {
  const [leak, ...others] = new LeakSearch([secret('key_test_abcdefghij')]).find('one\ntwo key_test_abcdefghij.\n')
  expect(others).toEqual([])
  expect(leak).toMatchObject({ line: 2, column: 5, kind: 'secret', shown: 'key_test_****ghij', form: 'plain' })
})

test.each([
  ['url-encoded', 'a b/c+d=e&f', `?x=${encodeURIComponent('a b/c+d=e&f')}&`],
  ['url-encoded', 'a b/c+d=e&f', `?x=${encodeURIComponent('a b/c+d=e&f').toLowerCase()}&`],
  ['json-escaped', 'say "no"\nmore', JSON.stringify({ x: 'say "no"\nmore' })],
  ['base64', 'key_test_abcdefghij', `Basic ${Buffer.from('key_test_abcdefghij:').toString('base64')}`],
] as const)('%s it is found too', (form, value, text) => {
  expect(new LeakSearch([secret(value)]).find(text)).toMatchObject([{ form }])
})

test('a card number is found in groups, and not inside a longer number', () => {
  const search = new LeakSearch([card])
  expect(search.find('4242 4242 4242 4242, 4242-4242-4242-4242')).toMatchObject([
    { form: 'grouped' },
    { form: 'grouped' },
  ])
  expect(search.find('14242424242424242 42424242424242421 4242424242424241')).toEqual([])
})

test('what is not known is not found, and what is known is found wherever it stands', () => {
  const values = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{8,30}$/), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(values, fc.stringMatching(/^[ .,;\n]{0,40}$/), (known, filler) => {
      const search = new LeakSearch(known.map(secret))
      expect(search.find(filler)).toEqual([])
      expect(search.find(known.map((value) => `${filler}|${value}|`).join(filler))).toHaveLength(known.length)
    }),
    { numRuns: 100 },
  )
})
