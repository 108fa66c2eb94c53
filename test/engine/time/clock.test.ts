import { expect, test } from 'vitest'
import { Clock } from '../../../src/engine/time/clock.js'

test('a clock runs with the wall from where it was set, and never goes back', () => {
  let wall = 1000
  const clock = new Clock({ at: 500_000, wall: () => wall })
  wall += 250
  expect(clock.now()).toBe(500_250)
  clock.moveTo(600_000)
  clock.moveTo(1)
  wall += 5
  expect(clock.now()).toBe(600_005)
  wall -= 1000
  expect(clock.now()).toBe(600_000)
})

test('a frozen clock stands, can be moved, and goes on from there', () => {
  let wall = 1000
  const clock = new Clock({ at: 0, wall: () => wall })
  clock.freeze()
  wall += 5000
  clock.moveTo(70)
  expect(clock).toMatchObject({ frozen: true })
  expect(clock.now()).toBe(70)
  clock.run()
  wall += 3
  expect(clock.now()).toBe(73)
})
