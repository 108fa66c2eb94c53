import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createControl } from '../../../src/engine/control/control.js'
import type { StateRules } from '../../../src/engine/kit.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { matchState } from '../../../src/engine/states/match-state.js'
import { setState, stateNames } from '../../../src/engine/states/set-state.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { toyShop } from '../../support/toy-shop.js'
import { controlled } from '../control/harness.js'

const states: StateRules<unknown> = {
  handlers: [{ name: 'a thing with id {id} exists', setUp: ({ id }) => ({ [String(id)]: 'thing_1' }) }],
}

async function world() {
  const sandbox = await Sandbox.create({ vendors: [{ ...toyShop(), states }], frozen: true, at: Date.UTC(2026, 0, 1) })
  onTestFinished(() => sandbox.close())
  const runtime = sandbox.runtime('shop')
  if (!runtime) throw new Error('No shop.')
  return { sandbox, runtime, world: sandbox.defaultWorld }
}

test("a state's parameters stand in its name or beside it", () => {
  const template = 'a {kind} with id {id} exists'
  expect(matchState(template, 'a thing with id x_1 exists', {})).toEqual({ kind: 'thing', id: 'x_1' })
  expect(matchState(template, 'A thing with id "x" exists', { size: 2 })).toEqual({ kind: 'thing', id: 'x', size: 2 })
  expect(matchState('a thing with id {id} exists', 'a thing with id X exists', { id: 'x_1' })).toEqual({ id: 'x_1' })
  expect(matchState(template, 'a thing exists', {})).toBeUndefined()
})

test("a vendor's own state tells what stands for the ids that were named", async () => {
  const at = await world()
  expect(await setState(at, 'a thing with id t_9 exists', {})).toEqual({ t_9: 'thing_1' })
  expect(stateNames(at.runtime)).toContain('a thing with id {id} exists')
})

test('every vendor can be at its limit, answer otherwise, and be later', async () => {
  const at = await world()
  await setState(at, 'the rate limit is reached', {})
  await setState(at, 'the vendor answers 503', {})
  expect(at.world.faults.list().map(({ fault }) => fault.effect)).toMatchObject([
    { kind: 'rate-limit' },
    { kind: 'status', status: 503 },
  ])
  await setState(at, '36h have passed', {})
  expect(at.world.clock.now()).toBe(Date.UTC(2026, 0, 2, 12))
  await expect(setState(at, 'the vendor answers 200', {})).rejects.toThrow(/'200' is no status of a refusal/)
})

test('a state that nobody knows is refused with what is meant', async () => {
  const at = await world()
  await expect(setState(at, 'the rate limit is reach', {})).rejects.toThrow(/Nobody knows the state/)
})

test('over the control API, the name of a scenario is a state as well', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'shop-is-down.yaml'), SCENARIO)
  const { sandbox } = await controlled()
  onTestFinished(() => sandbox.close())
  const control = createControl(sandbox, { token: 'of-a-test', scenarios: [folder] })
  control.port = 4010
  const enter = async (state: string) => {
    const outcome = await control.handle({
      method: 'POST',
      target: '/_standin/worlds/default/states',
      host: '127.0.0.1',
      secure: false,
      headers: { host: '127.0.0.1:4010', authorization: 'Bearer of-a-test', 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ vendor: 'shop', state })),
    })
    return outcome.kind === 'reply' ? { status: outcome.status, data: JSON.parse(String(outcome.body)) } : outcome
  }
  expect(await enter('the scenario shop-is-down')).toMatchObject({ status: 200, data: { ids: {} } })
  expect(sandbox.defaultWorld.faults.list()).toMatchObject([{ fault: { effect: { kind: 'status', status: 503 } } }])
  expect(await enter('the scenario shop-is-up')).toMatchObject({ status: 404 })
})

const SCENARIO = `
name: shop-is-down
title: The shop is down
story: The shop refuses everything.
vendors: [shop]
faults:
  - name: down
    effect: { kind: status, status: 503 }
expect:
  - calls: { operation: POST /things, atMost: 9 }
`
