import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VendorError } from '../../src/engine/kit.js'
import { RateLimiter } from '../../src/engine/rate-limit.js'
import { library } from '../support/toy-library.js'

test('as many as the limit are let through in a window, and again when it has passed', () => {
  const limiter = new RateLimiter()
  const take = (now: number) => limiter.take('reads', 3, 1000, now)
  expect([take(0), take(1), take(2), take(3)]).toEqual([true, true, true, false])
  expect(take(1000)).toBe(false)
  expect([take(1400), take(1400), take(1400)]).toEqual([true, true, false])
  expect([take(9000), take(9000), take(9000), take(9000)]).toEqual([true, true, true, false])
  expect(limiter.take('writes', 3, 1000, 9000)).toBe(true)
})

test('how much of a limit is used is told, and falls as time passes', () => {
  const limiter = new RateLimiter()
  for (let i = 0; i < 4; i++) limiter.take('reads', 10, 1000, 100)
  const used = (now: number) => limiter.used('reads', now)
  expect([used(100), used(1500), used(2000), limiter.used('writes', 0)]).toEqual([4, 2, 0, 0])
  limiter.enter('slots', 2)
  expect([limiter.running('slots'), limiter.names('re')]).toEqual([1, ['reads']])
})

test('a limit for each object does not fill the memory', () => {
  const limiter = new RateLimiter()
  for (let i = 0; i < 30_000; i++) limiter.take(`object ${i}`, 1, 1000, i)
  expect(limiter.names('object ').length).toBeLessThanOrEqual(12_001)
})

test('whatever the pace, no span as long as a window has more than twice the limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 300 }),
      (limit, gaps) => {
        const limiter = new RateLimiter()
        let now = 0
        const taken = gaps.flatMap((gap) => {
          now += gap
          return limiter.take('x', limit, 1000, now) ? [now] : []
        })
        for (const start of taken)
          expect(taken.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(2 * limit)
      },
    ),
  )
})

test('places that are taken are given back', () => {
  const limiter = new RateLimiter()
  expect([limiter.enter('a', 1), limiter.enter('a', 1), limiter.enter('b', 1)]).toEqual([true, false, true])
  limiter.leave('a')
  limiter.leave('a')
  expect([limiter.enter('a', 1), limiter.enter('a', 1)]).toEqual([true, false])
})

test('a limit holds while the clock runs, and rests while it stands or where limits are off', async () => {
  const limits = {
    check: () => {
      throw new VendorError({ status: 429, message: 'Slow down.' })
    },
  }
  const told = (options: object) => library({ limits }, options).then(({ call }) => call('GET', '/books'))
  expect((await told({ frozen: false })).status).toBe(429)
  expect((await told({ frozen: true })).status).toBe(200)
  expect((await told({ frozen: false, limits: false })).status).toBe(200)
})
