import { expect, test } from 'vitest'
import { Moments } from '../../src/contracts/record/moments.js'

const seconds = (text: string) => Date.parse(text) / 1000

test('a moment stands as far from noon of the example as it did from the hour of the recording', () => {
  const moments = new Moments(Date.parse('2026-11-24T09:30:00Z'))
  expect(moments.number(seconds('2026-11-24T10:30:00Z'))).toBe(seconds('2026-01-01T13:00:00Z'))
  expect(moments.number(4900)).toBeUndefined()
})

test.each(['2026-11-24T09:30:00Z', '2026-03-07T23:10:00Z'])('midnight stays midnight, so many days from %s', (now) => {
  const midnight = seconds(`${now.slice(0, 10)}T00:00:00Z`) + 2 * 86_400
  expect(new Moments(Date.parse(now)).number(midnight)).toBe(seconds('2026-01-03T00:00:00Z'))
})
