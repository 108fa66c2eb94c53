import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clock } from '../../../src/engine/time/clock.js'
import { Heap } from '../../../src/engine/time/heap.js'
import { Scheduler } from '../../../src/engine/time/scheduler.js'

function frozen() {
  const errors: unknown[] = []
  const clock = new Clock({ at: 0, frozen: true })
  const scheduler = new Scheduler(clock, (error) => errors.push(error))
  const seen: string[] = []
  const note = (name: string) => () => void seen.push(`${name}@${clock.now()}`)
  return { clock, scheduler, seen, note, errors }
}

test('advancing goes from one due item to the next, in order, and shows each its own time', async () => {
  const { scheduler, seen, note, clock } = frozen()
  scheduler.at(300, note('c'))
  scheduler.at(100, note('a'))
  scheduler.at(100, note('b'))
  scheduler.at(900, note('late'))
  await scheduler.advanceTo(500)
  expect(seen).toEqual(['a@100', 'b@100', 'c@300'])
  expect(clock.now()).toBe(500)
  expect(scheduler.next).toBe(900)
})

test('what an item schedules on the way happens on the way', async () => {
  const { scheduler, seen, note } = frozen()
  scheduler.at(100, () => {
    scheduler.at(200, note('child'))
    scheduler.at(50, note('overdue'))
  })
  scheduler.at(300, note('last'))
  await scheduler.advanceTo(400)
  expect(seen).toEqual(['overdue@100', 'child@200', 'last@300'])
})

test('I/O that an item causes is over before the next one happens', async () => {
  const { scheduler, seen, note, clock } = frozen()
  scheduler.at(100, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    note('answered')()
    scheduler.at(clock.now() + 10, note('again'))
  })
  scheduler.at(105, note('next'))
  await scheduler.advanceTo(200)
  expect(seen).toEqual(['answered@100', 'next@105', 'again@110'])
})

test('what was cancelled does not happen', async () => {
  const { scheduler, seen, note } = frozen()
  const cancel = scheduler.at(100, note('a'))
  scheduler.at(100, note('b'))
  cancel()
  expect(scheduler.next).toBe(100)
  await scheduler.advanceTo(100)
  expect(seen).toEqual(['b@100'])
})

test('a failure is told and holds nothing up', async () => {
  const { scheduler, seen, note, errors } = frozen()
  scheduler.at(1, () => {
    throw new Error('at once')
  })
  scheduler.at(2, () => Promise.reject(new Error('later')))
  scheduler.at(3, note('after'))
  await scheduler.advanceTo(10)
  expect(errors.map(String)).toEqual(['Error: at once', 'Error: later'])
  expect(seen).toEqual(['after@3'])
})

test('under a frozen clock what is due happens by itself, and what is not waits', async () => {
  const { scheduler, seen, note } = frozen()
  scheduler.at(0, note('now'))
  scheduler.at(1, note('never'))
  await scheduler.settled()
  expect(seen).toEqual(['now@0'])
})

test('under a running clock an item comes by itself, also when an advance has brought it near', async () => {
  let wall = 0
  const clock = new Clock({ at: 0, wall: () => wall })
  const scheduler = new Scheduler(clock)
  const happened = new Promise<number>((resolve) => {
    scheduler.at(3_600_000, () => resolve(clock.now()))
  })
  await scheduler.advanceTo(3_599_999)
  wall = 1
  expect(await happened).toBe(3_600_000)
  scheduler.stop()
})

test('a stopped scheduler fires nothing more, even in the middle of an advance', async () => {
  const { scheduler, seen, note } = frozen()
  scheduler.at(1, () => scheduler.stop())
  scheduler.at(2, note('after'))
  await scheduler.advanceTo(10)
  await scheduler.settled()
  expect(seen).toEqual([])
})

test('a heap gives the least first, whatever goes in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = new Heap<number>((a, b) => a < b)
      for (const each of numbers) heap.push(each)
      expect(heap.size).toBe(numbers.length)
      expect(numbers.map(() => heap.pop())).toEqual([...numbers].sort((a, b) => a - b))
      expect(heap.pop()).toBeUndefined()
    }),
  )
})
