import { expect, test } from 'vitest'
import { isDateTime, isFractional, isUnixTime, maxLengthOf, rangeOf } from '../../../contracts/stripe/name-rules.js'

test('a number is whole unless its name says otherwise', () => {
  expect(isFractional('amount', '')).toBe(false)
  expect(isFractional('percentages', '')).toBe(false)
  expect(isFractional('percent_off', '')).toBe(true)
  expect(isFractional('conversion_rate', '')).toBe(true)
})

test('a time is known by its name or its comment', () => {
  expect(isUnixTime('created', '')).toBe(true)
  expect(isUnixTime('due_date', '')).toBe(true)
  expect(isUnixTime('billing_cycle_anchor', 'A future timestamp to anchor the cycle.')).toBe(true)
  expect(isUnixTime('trial_period_days', 'Number of days of the trial.')).toBe(false)
  expect(isUnixTime('amount', '')).toBe(false)
  expect(isDateTime('created', '')).toBe(true)
  expect(isDateTime('name', '')).toBe(false)
})

test('a string has the length the overlay, the comment or the API gives it', () => {
  expect(maxLengthOf('explanation', '')).toBe(1500)
  expect(maxLengthOf('note', 'A note of up to 250 characters.')).toBe(250)
  expect(maxLengthOf('note', '')).toBe(5000)
})

test('an integer has the bounds its comment gives', () => {
  expect(rangeOf('Limit can range between 1 and 100, and the default is 10.')).toEqual({ minimum: 1, maximum: 100 })
  expect(rangeOf('Amount in cents.')).toEqual({})
})
