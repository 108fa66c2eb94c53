import { expect, test } from 'vitest'
import { readScenario } from '../../../src/engine/scenarios/read.js'
import { reportText } from '../../../src/engine/scenarios/report-text.js'
import { RunningScenario } from '../../../src/engine/scenarios/running.js'
import { controlled } from '../control/harness.js'

const HEAD = `name: one
title: A thing gets lost
story: A thing is made, and lost on a webhook.
vendors: [shop]
`

async function started(rest: string) {
  const shop = await controlled()
  await shop.api('POST', '/worlds/default/webhooks', { url: 'http://localhost:3000/hook' })
  const written = readScenario('one.yaml', HEAD + rest)
  const unwatched = shop.sandbox.observers.count
  const running = await RunningScenario.start(written, shop.sandbox, 'default')
  return { ...shop, running, unwatched }
}

test('steps come at their time and after what they wait for, and the report tells cause and effect', async () => {
  const { running, shop, sandbox } = await started(`
seed:
  requests:
    - send: POST /things
      body: {name: seeded, size: 1}
      as: thing
faults:
  - name: the shop is slow
    when: {operation: POST /things, body: {name: b}}
    effect: {kind: delay, milliseconds: 1}
steps:
  - name: an hour goes by
    after: {request: {operation: POST /things, nth: 2}}
    do: {advance: 1h}
  - at: 30m
    do: {trigger: {event: thing.lost}}
  - after: {delivery: {event: thing.lost, answer: accepted}}
    do: {request: {send: POST /things, body: {name: 'not <thing.name>', size: 1}}}
expect:
  - calls: {operation: POST /things, exactly: 2}
  - rows: {of: things, where: {name: seeded}, exactly: 1}
  - rows: {of: things, per: name, atMost: 1}
  - delivered: {event: thing.lost, answer: accepted}
  - never: {operation: 'GET /things/{id}'}
`)
  await shop('POST', '/things', 'name=a&size=1')
  await shop('POST', '/things', 'name=b&size=1')
  const report = await running.check()
  expect(reportText(report)).toContain('Passed: all 5 expectations held.')
  expect(report.outcome).toBe('passed')
  const [first] = report.timeline
  const second = report.timeline.find(({ text }) => text.includes('name b'))
  expect(first).toMatchObject({ who: 'program', text: expect.stringContaining('POST /things'), good: true })
  expect(second?.text).toContain('POST /things  name b  200')
  const lost = report.timeline.find(({ text }) => text.startsWith('webhook thing.lost'))
  expect(report.timeline.find(({ number }) => number === lost?.because)?.text).toBe('thing.lost happens')
  expect(sandbox.defaultWorld.clock.now()).toBe(Date.UTC(2026, 0, 1, 1))
})

test('a state of the vendor is brought about before anything else, and as a step', async () => {
  const { running, shop } = await started(`
seed:
  states:
    - name: the vendor answers 503
steps:
  - name: too much is asked
    after: {request: {operation: POST /things, nth: 2}}
    do: {state: {name: the rate limit is reached}}
expect:
  - calls: {operation: POST /things, status: 400, exactly: 2}
`)
  const statuses: unknown[] = []
  for (const name of ['a', 'b', 'c', 'd']) {
    const answer = await shop('POST', '/things', `name=${name}&size=1`)
    statuses.push('status' in answer && answer.status)
    await running.steps.settled()
  }
  expect(statuses).toEqual([400, 200, 400, 200])
  const report = await running.check()
  expect(report.outcome, reportText(report)).toBe('passed')
  expect(reportText(report)).toContain('too much is asked: the rate limit is reached')
})

test('what did not come about is told, and nothing is proved by it', async () => {
  const { running, shop } = await started(`
faults:
  - name: never met
    when: {operation: 'POST /things/{id}/frobnicate'}
    effect: {kind: rate-limit}
steps:
  - name: never reached
    after: {event: {type: thing.lost}}
    do: {advance: 1h}
expect:
  - retried: {operation: POST /things}
`)
  await shop('POST', '/things', 'name=a&size=1')
  const report = await running.check()
  expect(report.outcome).toBe('incomplete')
  expect(report.expectations[0]?.state).toBe('unseen')
  expect(report.missing).toEqual(['the fault "never met" never struck', 'the step "never reached" did not come'])
})

test('what is seeded in vain stops the start, with the place in the file, and leaves nothing behind', async () => {
  const shop = await controlled()
  const { count } = shop.sandbox.observers
  const text = `${HEAD}
seed:
  requests:
    - send: POST /things
      body: {name: first, size: 1}
    - send: POST /things
      body: {colour: blue}
faults:
  - effect: {kind: rate-limit}
expect:
  - never: {operation: POST /things}
`
  const start = RunningScenario.start(readScenario('one.yaml', text), shop.sandbox, 'default')
  await expect(start).rejects.toThrow(
    /^one\.yaml:10:7: seed\.requests\[1\]: POST \/things was answered with 4\d\d, not 2xx: /,
  )
  const { tables } = (await shop.api('GET', '/worlds/default/state')).data
  expect(tables.map(({ table }: { table: string }) => table)).not.toContain('things')
  expect((await shop.api('GET', '/worlds/default/faults')).data.faults).toEqual([])
  expect(shop.sandbox.observers.count).toBe(count)
})

test('one that is stopped leaves its faults and steps behind, and the world as it is', async () => {
  const { running, shop, sandbox, unwatched } = await started(`
faults:
  - effect: {kind: reset, when: before}
steps:
  - at: 1h
    do: {trigger: {event: thing.lost}}
expect:
  - calls: {operation: POST /things, exactly: 1}
`)
  expect(await shop('POST', '/things', 'name=a&size=1')).toMatchObject({ kind: 'reset' })
  running.stop()
  expect(await shop('POST', '/things', 'name=a&size=1')).toMatchObject({ status: 200 })
  await sandbox.defaultWorld.scheduler.advanceTo(Date.UTC(2026, 0, 2))
  expect(sandbox.observers.count).toBe(unwatched)
  expect((await running.check()).missing).toEqual(['the step "thing.lost happens" did not come'])
})

test('the control API starts, checks and stops one, by name or as the text of a file', async () => {
  const { api, shop } = await controlled()
  const text = `${HEAD}expect:\n  - calls: {operation: POST /things, atMost: 1}\n`
  const scenario = '/worlds/default/scenario'
  expect((await api('GET', scenario)).status).toBe(404)
  expect((await api('POST', scenario, { name: 'no-such-one' })).status).toBe(404)
  expect((await api('POST', scenario, { file: 'one.yaml', text: 'name: one' })).data.error.message).toContain(
    'one.yaml:1:1',
  )
  expect((await api('POST', scenario, { file: 'one.yaml', text })).data.started.title).toBe('A thing gets lost')
  expect((await api('POST', scenario, { file: 'one.yaml', text })).status).toBe(409)
  await shop('POST', '/things', 'name=a&size=1')
  expect((await api('GET', scenario)).data.outcome).toBe('passed')
  await shop('POST', '/things', 'name=b&size=1')
  const stopped = (await api('DELETE', scenario)).data
  expect(stopped.outcome).toBe('failed')
  expect(stopped.expectations[0].seen[0]).toMatch(/^asked 2 times: #\d+ and #\d+$/)
  expect((await api('GET', scenario)).status).toBe(404)
})
