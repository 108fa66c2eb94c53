import { expect, test } from 'vitest'
import type { Observed } from '../../../src/engine/observe/observed.js'
import { behaviour, library } from '../../support/toy-library.js'

const watched = async () => {
  const told = await library({
    behaviours: [
      behaviour('POST /work', (_input, world) => world.table('done').insert({ id: world.random.base62(4) })),
    ],
  })
  const seen: Observed[] = []
  const stop = told.sandbox.observers.add((observed) => seen.push(observed))
  return { ...told, seen, stop }
}

test('who looks on is told of each request whole, in the order of their commits', async () => {
  const { work, seen } = await watched()
  await work()
  await work()
  expect(seen.map(({ kind, sequence }) => [kind, sequence])).toEqual([
    ['exchange', 1],
    ['exchange', 2],
  ])
  const [first] = seen
  if (first?.kind !== 'exchange') throw new Error('no exchange')
  expect(first.operation).toBe('POST /work')
  expect(first.exchange.target).toBe('/work')
  expect(first.outcome).toMatchObject({ kind: 'reply', status: 200 })
})

test('a request that was refused is told too, and nothing after the end', async () => {
  const { call, seen, stop } = await watched()
  await call('GET', '/nowhere')
  expect(seen).toHaveLength(1)
  stop()
  await call('GET', '/nowhere')
  expect(seen).toHaveLength(1)
})

test('a failure of who looks on changes no answer', async () => {
  const { work, sandbox } = await watched()
  sandbox.observers.add(() => {
    throw new Error('mine')
  })
  expect((await work()).status).toBe(200)
})
