import { beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/sandbox.js'
import { checkScenario } from '../../../src/engine/scenarios/check.js'
import { readScenario } from '../../../src/engine/scenarios/read.js'
import { toyShop } from '../../support/toy-shop.js'
import { toySandbox } from '../../support/toy-vendor.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = (await toySandbox(toyShop('shop'))).sandbox
})

const HEAD = `name: broken
title: Something breaks
story: A story.
vendors: [shop]
`
const END = `expect:
  - never: {operation: POST /things}
`
const whole = (middle: string) => `${HEAD}${middle}${END}`

function check(text: string): string {
  try {
    checkScenario(readScenario('scenarios/broken.yaml', text), sandbox)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('one with nothing wrong is read', () => {
  expect(check(whole(''))).toBe('')
})

// Each row: what is in the file, and what is said of it behind the file's name.
describe('a scenario is refused where it is wrong', () => {
  test.each([
    ['', ':1:1: this is no scenario: a set of settings is expected'],
    ['- name: broken\n', ':1:1: this is no scenario: a set of settings is expected'],
    [`${HEAD}expect: [`, ':5:10: '],
    [`name: broken\n${HEAD}${END}`, ':2:1: Map keys must be unique'],
    [whole('sede: {}\n'), ":5:1: sede: this name is not known; did you mean 'seed'?"],
    [HEAD, ':1:1: expect: nothing is there, but a list is expected'],
    [`${HEAD}expect: []\n`, ':5:1: expect: [] is there, but at least 1 item is expected'],
    [
      whole('').replace('name: broken', 'name: Broken Thing'),
      ':1:1: name: "Broken Thing" is there, but a name of small',
    ],
    [whole('').replace('name: broken', 'name: other'), ':1:1: name: the file is called broken'],
    [whole('').replace('[shop]', '[shpo]'), ":4:11: vendors[0]: there is no vendor 'shpo' here; did you mean 'shop'?"],
    [whole('clock: {at: tomorrow}\n'), ':5:9: clock.at: write a time in ISO 8601'],
    [
      whole('seed:\n  requests:\n    - send: POST\n'),
      ':7:7: seed.requests[0].send: "POST" is there, but a method and path',
    ],
    [
      whole('seed:\n  states:\n    - name: the rate limit is reachd\n'),
      ":7:7: seed.states[0].name: shop has no state 'the rate limit is reachd'; did you mean 'the rate limit is reached'?",
    ],
    [
      whole('seed:\n  requests:\n    - send: POST /v1/things\n'),
      ":7:7: seed.requests[0].send: shop has no 'POST /v1/things'; did you mean 'POST /things'?",
    ],
    [
      whole('faults:\n  - effect: {kind: dealy, milliseconds: 3}\n'),
      `:6:14: faults[0].effect.kind: "dealy" is there, but 'delay' was meant?`,
    ],
    [
      whole('faults:\n  - effect: {kind: reset}\n'),
      ":6:5: faults[0].effect.when: nothing is there, but 'before' or 'after' is expected",
    ],
    [
      whole('faults:\n  - when: {operation: POST /thing}\n    effect: {kind: rate-limit}\n'),
      ":6:12: faults[0].when.operation: shop has no operation 'POST /thing'; did you mean 'POST /things'?",
    ],
    [
      whole('faults:\n  - when: {vendor: bank}\n    effect: {kind: rate-limit}\n'),
      ":6:12: faults[0].when.vendor: 'bank' is not among `vendors`: shop",
    ],
    [
      whole('steps:\n  - do: {advance: 1h}\n'),
      ':6:5: steps[0]: a step is `at` a time or `after` something, and not both',
    ],
    [whole('steps:\n  - at: later\n    do: {advance: 1h}\n'), ':6:5: steps[0].at: write a length of time as 10s'],
    [
      whole('steps:\n  - at: 0s\n    do: {advance: 1h, clock: run}\n'),
      ':7:5: steps[0].do: advance and clock stand together: write one act, or a list of them',
    ],
    [
      whole('steps:\n  - at: 0s\n    do: {trigger: {event: thing.creatd}}\n'),
      ":7:20: steps[0].do.trigger.event: shop has no event 'thing.creatd'; did you mean 'thing.created'?",
    ],
    [
      whole('steps:\n  - after: {step: pay}\n    do: {endFault: slow}\n'),
      ":6:13: steps[0].after.step: no step is called 'pay'; none has a name",
    ],
    [
      whole("steps:\n  - at: 0s\n    do: {request: {send: 'GET /things/<thing.id>'}}\n"),
      ":7:20: steps[0].do.request.send: <thing.id> is not known: no earlier request keeps its answer as 'thing'",
    ],
    [
      `${HEAD}expect:\n  - calls: {operation: POST /things}\n`,
      ':6:5: expect[0].calls: say how many: atMost, atLeast or exactly',
    ],
    [
      `${HEAD}expect:\n  - calls: {operation: POST /things, atMost: -1}\n`,
      ':6:38: expect[0].calls.atMost: -1 is there, but at least 0 is expected',
    ],
    [
      `${HEAD}expect:\n  - nevr: {operation: POST /things}\n`,
      ":6:5: expect[0].nevr: this name is not known; did you mean 'never'?",
    ],
    [
      `${HEAD}expect:\n  - because: it matters\n`,
      ':6:5: expect[0]: nothing is expected: write one expectation an item',
    ],
    [`${HEAD}expect:\n  - rows: {of: things, exactly: 1, atMost: 1}\n`, ':6:5: expect[0].rows: exactly stands alone'],
    [
      `${HEAD}expect:\n  - delivered: {event: thing.created, answer: taken}\n`,
      ":6:39: expect[0].delivered.answer: \"taken\" is there, but 'accepted' or 'refused' is expected",
    ],
  ])('%j', (text, said) => {
    expect(check(text)).toContain(`scenarios/broken.yaml${said}`)
  })
})

test('everything that is wrong is told at once', () => {
  const text = `${HEAD}story: b\nfaults: 3\n`.replace('story: A story.\n', '')
  expect(check(text).match(/broken\.yaml:\d+:\d+/g)).toHaveLength(2)
})
