import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on, ['--frozen'])
})
afterAll(() => sandbox.stop())

const ask = (path = '/things/1') =>
  fetch(`${sandbox.url}${path}`, { headers: { authorization: `Bearer ${sandbox.key}` } })

test('a fault is added, met, listed with what became of it, and cleared', async () => {
  const added = await standin(on, ['faults', 'add', 'status', '503', '--operation', 'GET /things/{id}', '--times', '2'])
  expect(added.out).toContain('status 503')
  expect((await ask()).headers.get('standin-explain')).toContain('/logs/')
  const { faults } = (await standin(on, ['faults', 'list', '--json'])).json
  expect(faults).toMatchObject([{ id: 'fault_1', happened: 1, times: 2, when: { operation: ['GET /things/{id}'] } }])
  expect((await standin(on, ['faults', 'list'])).out).toContain('1 of 2')
  expect((await standin(on, ['faults', 'remove', 'fault_1'])).out).toBe('Removed fault_1.\n')
  expect(await standin(on, ['faults', 'remove', 'fault_1'])).toMatchObject({ code: 1 })
  await standin(on, ['faults', 'add', 'hang'])
  expect((await standin(on, ['faults', 'clear'])).out).toBe('Removed 1 fault.\n')
  expect((await standin(on, ['faults', 'list'])).out).toContain('Nothing goes wrong')
})

test('a file holds one fault, or a list that is added as a whole', async () => {
  const file = (name: string, text: string) => {
    writeFileSync(join(on.dir, name), text)
    return name
  }
  const one = file('one.yaml', 'name: slow\nwhen: {vendor: shop}\neffect: {kind: delay, uniform: [1, 2]}\n')
  expect((await standin(on, ['faults', 'add', '--file', one, '--json'])).json).toMatchObject({ name: 'slow' })
  const two = file('two.yaml', '- effect: {kind: reset, when: after}\n- effect: {kind: rest}\n')
  const refused = await standin(on, ['faults', 'add', '--file', two])
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("Expected 'delay' | 'rate-limit'")])
  expect((await standin(on, ['faults', 'list', '--json'])).json.faults).toHaveLength(1)
  await standin(on, ['faults', 'clear'])
})

test.each([
  [['status', 'gone'], 'No error codes of shop can be asked for'],
  [['delay'], 'a delay is one of'],
  [['webhook', 'forge'], "nothing by which a receiver could notice 'forge'"],
  [['webhook', 'drop', '--event', 'thing.lots'], "Did you mean 'thing.lost'?"],
  [['reset', '--operation', 'GET /thing/{id}'], "Did you mean 'GET /things/{id}'"],
  [['reset', '--vendor', 'stipe'], 'There are: shop.'],
  [[], 'Either what goes wrong or --file is wanted'],
  [['--file', 'nowhere.yaml'], 'cannot be read'],
])('what is no fault is said: %s', async (words, said) => {
  expect((await standin(on, ['faults', 'add', ...words])).err).toContain(said)
  expect((await standin(on, ['faults', 'list', '--json'])).json.faults).toEqual([])
})
