import { expect, test } from 'vitest'
import type { Happening } from '../../../src/engine/history/happening.js'
import { History } from '../../../src/engine/history/history.js'
import { controlled } from '../control/harness.js'

async function watched() {
  const shop = await controlled()
  const list = () => shop.control.histories.of(shop.sandbox.defaultWorld).list()
  return { ...shop, list }
}

const of = <K extends Happening['kind']>(list: readonly Happening[], kind: K) =>
  list.filter((each): each is Extract<Happening, { kind: K }> => each.kind === kind)

test('a request stands there with the rows that it changed and the events that it caused', async () => {
  const { shop, list } = await watched()
  await shop('POST', '/things', 'name=a&size=1')
  const [made] = of(list(), 'request')
  expect(made).toMatchObject({ method: 'POST', target: '/things', status: 200, operation: 'POST /things' })
  expect(made?.changes.map(({ table }) => table.name)).toContain('shop//things')
  await shop('GET', '/nothing')
  expect(of(list(), 'request')[1]).toMatchObject({ status: 404, changes: [] })
})

test('a webhook names the request that it came of', async () => {
  const { api, shop, sandbox, list } = await watched()
  await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/hook' })
  await shop('POST', '/things', 'name=a&size=1')
  await sandbox.settled()
  const [told] = of(list(), 'delivery')
  const cause = list().find(({ number }) => number === told?.because)
  expect(told).toMatchObject({ type: 'thing.created', attempt: 1, status: 200, accepted: true })
  expect(cause).toMatchObject({ kind: 'request', target: '/things' })
})

test('a webhook of a trigger names the change that made it, and a move of the clock what it brought about', async () => {
  const { api, sandbox, list } = await watched()
  await api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/bad' })
  await api('POST', '/worlds/default/events', { type: 'thing.lost' })
  await sandbox.settled()
  const [change] = of(list(), 'change').slice(-1)
  expect(change?.emitted.map(({ type }) => type)).toEqual(['thing.lost'])
  expect(of(list(), 'delivery')[0]).toMatchObject({ accepted: false, status: 500, because: change?.number })
  await api('POST', '/worlds/default/clock/advance', { by: '1h' })
  expect(of(list(), 'command').at(-1)).toMatchObject({ name: 'clock advance' })
})

test('a row has its history, and a reset begins anew', async () => {
  const { api, shop, sandbox, control } = await watched()
  const reply = await shop('POST', '/things', 'name=a&size=1')
  const { id } = JSON.parse(String(reply.kind === 'reply' ? reply.body : ''))
  const table = sandbox.defaultWorld.allTables.find(({ name }) => name === 'shop//things')
  expect(table).toBeDefined()
  if (!table) return
  expect(control.histories.of(sandbox.defaultWorld).of(table, id)).toHaveLength(1)
  await api('POST', '/worlds/default/reset')
  const fresh = control.histories.of(sandbox.defaultWorld).list()
  expect(fresh.filter(({ kind }) => kind !== 'command')).toEqual([])
})

test('as many are kept as are wanted, the newest', async () => {
  const { shop, sandbox } = await watched()
  const history = new History(sandbox.defaultWorld, 100)
  for (let i = 0; i < 150; i++) await shop('GET', '/nothing')
  expect(history.list().length).toBeLessThanOrEqual(120)
  expect(history.list().at(-1)?.number).toBe(150)
  history.stop()
  await shop('GET', '/nothing')
  expect(history.list().at(-1)?.number).toBe(150)
})
