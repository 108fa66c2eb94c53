import { expect, test } from 'vitest'
import { Random } from '../../../src/engine/world/random.js'

const draw = (random: Random) => [
  random.base62(14),
  random.hex(9),
  random.uuid(),
  random.fraction(),
  [...random.bytes(3)],
]

test('the same seed gives the same, another seed another', () => {
  expect(draw(new Random('a'))).toEqual(draw(new Random('a')))
  expect(draw(new Random('a'))).not.toEqual(draw(new Random('b')))
})

test('a stream goes on from a state that was kept', () => {
  const random = new Random('a')
  random.base62(5)
  const { state } = random
  const first = draw(random)
  random.state = state
  expect(draw(random)).toEqual(first)
  expect(draw(new Random(state))).toEqual(first)
})

test('streams do not move each other', () => {
  const [one, other] = [new Random('one'), new Random('other')]
  const expected = draw(new Random('one'))
  draw(other)
  expect(draw(one)).toEqual(expected)
})

test('what is drawn is of its form, and hardly ever the same twice', () => {
  const random = new Random('forms')
  expect(random.base62(17)).toMatch(/^[0-9A-Za-z]{17}$/)
  expect(random.hex(7)).toMatch(/^[0-9a-f]{7}$/)
  expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(Array.from({ length: 20_000 }, () => random.base62(14))).size).toBe(20_000)
  const fractions = Array.from({ length: 20_000 }, () => random.fraction())
  expect(fractions.every((each) => each >= 0 && each < 1)).toBe(true)
  expect(fractions.reduce((sum, each) => sum + each) / fractions.length).toBeCloseTo(0.5, 1)
})
