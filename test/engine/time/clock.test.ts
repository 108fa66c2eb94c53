import { expect, test } from 'vitest'
import { Clock } from '../../../src/engine/time/clock.js'

const turn = () => Promise.resolve()

test('a clock runs with the wall from where it was set, and never goes back', async () => {
  let wall = 1000
  const clock = new Clock({ at: 500_000, wall: () => wall })
  wall += 250
  expect(clock.now()).toBe(500_250)
  clock.moveTo(600_000)
  clock.moveTo(1)
  await turn()
  wall += 5
  expect(clock.now()).toBe(600_005)
  await turn()
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

test('within one turn of the event loop it shows one time', async () => {
  let wall = 1000
  const clock = new Clock({ at: 0, wall: () => wall })
  expect(clock.now()).toBe(0)
  wall += 7
  expect(clock.now()).toBe(0)
  await turn()
  expect(clock.now()).toBe(7)
})

test('it shows again what it showed once; one that has run on meanwhile is told so', () => {
  let wall = 1000
  const clock = new Clock({ at: 0, wall: () => wall })
  const state = { now: -500, frozen: false, wallTime: 400 }
  clock.restore(state)
  expect(clock.now()).toBe(-500)
  clock.restore(state, true)
  expect(clock.now()).toBe(100)
  clock.restore({ ...state, frozen: true }, true)
  wall += 5000
  expect(clock.now()).toBe(-500)
})
