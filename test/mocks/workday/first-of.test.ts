import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf } from '../../../mocks/workday/wql/first-of.js'

interface Keyed {
  readonly key: number
  readonly place: number
}

const byKey = (a: Keyed, b: Keyed) => a.key - b.key

test('the first of many are those that a whole sort would put there, equal ones in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }), fc.nat({ max: 40 }), (keys, count) => {
      const list = keys.map((key, place) => ({ key, place }))
      expect(firstOf(list, count, byKey)).toEqual([...list].sort(byKey).slice(0, count))
    }),
  )
})

test('none, all and more than all', () => {
  const list = [3, 1, 2]
  const up = (a: number, b: number) => a - b
  expect(firstOf(list, 0, up)).toEqual([])
  expect(firstOf(list, 3, up)).toEqual([1, 2, 3])
  expect(firstOf(list, Number.POSITIVE_INFINITY, up)).toEqual([1, 2, 3])
  expect(list).toEqual([3, 1, 2])
})
