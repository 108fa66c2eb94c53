import { expect, test } from 'vitest'
import { drawDelay } from '../../../src/engine/faults/delay.js'
import { Random } from '../../../src/engine/world/random.js'

const draws = (effect: Omit<Parameters<typeof drawDelay>[0], 'kind'>) => {
  const random = new Random('delays')
  return Array.from({ length: 4000 }, () => drawDelay({ kind: 'delay', ...effect }, random)).sort((a, b) => a - b)
}

test('a fixed delay is always the same', () => {
  expect(new Set(draws({ milliseconds: 300 }))).toEqual(new Set([300]))
})

test('a uniform one lies between its ends, all parts as often', () => {
  const all = draws({ uniform: [100, 900] })
  expect([(all[0] ?? 0) >= 100, (all.at(-1) ?? 0) <= 900]).toEqual([true, true])
  expect(Math.abs((all[2000] ?? 0) - 500)).toBeLessThan(25)
})

test('a log-normal one has its median and its 95th percentile', () => {
  const all = draws({ median: 200, p95: 900 })
  expect(Math.abs((all[2000] ?? 0) - 200)).toBeLessThan(15)
  expect(Math.abs((all[3800] ?? 0) - 900)).toBeLessThan(90)
})
