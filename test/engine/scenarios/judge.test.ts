import { describe, expect, test } from 'vitest'
import type { Expectation } from '../../../src/engine/scenarios/expectation-schema.js'
import type { Entry, NotedDelivery, NotedExchange } from '../../../src/engine/scenarios/journal.js'
import type { Evidence } from '../../../src/engine/scenarios/judge/evidence.js'
import { judge } from '../../../src/engine/scenarios/judge/judge.js'
import { say } from '../../../src/engine/scenarios/say.js'
import { controlled } from '../control/harness.js'

interface Asked {
  /** Milliseconds. */
  readonly at: number
  readonly status: number
  readonly operation?: string
  readonly body?: object
  readonly query?: Record<string, unknown>
  readonly headers?: Record<string, string>
  readonly retryAfter?: number
  readonly answer?: object
}

const { sandbox, shop } = await controlled()
await shop('POST', '/things', 'name=a&size=1')
await shop('POST', '/things', 'name=a&size=2')
await shop('POST', '/things', 'name=b&size=3')

function exchange(asked: Asked, i: number): NotedExchange {
  const { at, status, operation = 'POST /things', body, query = {}, headers = {}, retryAfter, answer = {} } = asked
  const [method = '', path = ''] = operation.split(' ')
  const replyHeaders = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  const observed = {
    kind: 'exchange',
    vendor: 'shop',
    operation,
    body,
    query,
    params: {},
    wallTime: at,
    exchange: { method, target: path, headers },
    outcome:
      status === 0 ? { kind: 'reset' } : { kind: 'reply', status, headers: replyHeaders, body: JSON.stringify(answer) },
  }
  return {
    kind: 'exchange',
    number: i + 1,
    notedAt: at,
    at,
    answeredAt: at + 10,
    changes: [],
    observed,
  } as never as NotedExchange
}

function delivery(type: string, status: number, more: object = {}, i = 0): NotedDelivery {
  const observed = {
    vendor: 'shop',
    row: { id: `dlv_${i}`, type },
    attempt: { at: 0, status },
    duration: 20,
    changes: [],
    ...more,
  }
  return { kind: 'delivery', number: i + 1, accepted: status < 300, observed } as never as NotedDelivery
}

function evidence(asked: readonly Asked[] = [], deliveries: readonly Entry[] = [], exitCode?: number): Evidence {
  return {
    world: sandbox.defaultWorld,
    vendors: ['shop'],
    exchanges: asked.map(exchange),
    deliveries: deliveries as readonly NotedDelivery[],
    changes: new Map([['forged', 'forge']]),
    exitCode,
  }
}

const POST = 'POST /things'
const LOST = { at: 0, status: 0 }
const again = (...times: number[]): Asked[] => [
  LOST,
  ...times.slice(0, -1).map((at) => ({ at, status: 503 })),
  { at: times.at(-1) ?? 0, status: 200 },
]
const key = (value: string) => ({ headers: { 'x-key': value } })
const page = (after: string | undefined, more: boolean): Asked => ({
  at: 0,
  status: 200,
  operation: 'GET /things',
  query: after === undefined ? {} : { after },
  answer: { more },
})
const paged: Expectation = { paged: { operation: 'GET /things', cursor: 'after', last: { more: false } } }
const delivered = (more: object = {}): Expectation => ({ delivered: { event: 'thing.*', answer: 'accepted', ...more } })
const grant = (status = 200): Asked => ({ at: 20, status, operation: 'POST /token' })
const refreshed: Expectation = { refreshed: { by: 'POST /token' } }
const expired = { at: 0, status: 401 }

type Row = [expectation: Expectation, given: Evidence, state: 'held' | 'broken' | 'unseen', seen: string]

/** Each expectation holds, is broken, and has nothing to judge. */
const ROWS: readonly Row[] = [
  [{ calls: { operation: POST, atMost: 1 } }, evidence([{ at: 0, status: 200 }]), 'held', 'asked once: #1'],
  [{ calls: { operation: POST, atMost: 1 } }, evidence(again(500)), 'broken', 'asked 2 times: #1 and #2'],
  [{ calls: { operation: POST, atLeast: 1 } }, evidence([page(undefined, false)]), 'broken', 'never asked'],
  [{ calls: { operation: POST, exactly: 1 } }, evidence(), 'unseen', 'the integration asked for nothing'],
  [{ calls: { operation: POST, status: '5xx', exactly: 1 } }, evidence(again(500, 900)), 'held', 'asked once: #2'],
  [
    { calls: { operation: POST, body: { n: 2 }, exactly: 1 } },
    evidence([{ ...LOST, body: { n: '2' } }]),
    'held',
    'once',
  ],
  [
    { calls: { operation: POST, per: 'body.n', atMost: 1 } },
    evidence([
      { ...LOST, body: { n: 1 } },
      { ...LOST, body: { n: 2 } },
      { ...LOST, body: { n: 2 } },
    ]),
    'broken',
    'body.n 2: asked 2 times: #2 and #3',
  ],
  [{ calls: { operation: POST, per: 'body.n', atMost: 1 } }, evidence([LOST]), 'unseen', 'no such request had body.n'],
  [{ never: { operation: POST } }, evidence([page(undefined, false)]), 'held', 'never asked'],
  [{ never: { operation: 'POST *' } }, evidence([LOST]), 'broken', 'asked once: #1'],
  [{ never: { operation: POST } }, evidence(), 'unseen', 'asked for nothing'],
  [{ retried: { operation: POST } }, evidence(again(500, 1300)), 'held', '#1, #2 and #3: 490 ms, 790 ms apart'],
  [{ retried: { operation: POST } }, evidence([LOST]), 'broken', '#1 got no answer and was not asked again'],
  [{ retried: { operation: POST } }, evidence(again(20)), 'broken', 'only 10 ms between #1 and #2: no pause'],
  [
    { retried: { operation: POST } },
    evidence(again(1000, 1300)),
    'broken',
    'the pause shrank to 290 ms between #2 and #3',
  ],
  [{ retried: { operation: POST } }, evidence(again(200, 400, 600)), 'broken', 'the pauses did not grow'],
  [{ retried: { operation: POST, attempts: 2 } }, evidence(again(500, 1300)), 'broken', '3 attempts'],
  [{ retried: { operation: POST, backoff: false } }, evidence(again(20)), 'held', '#1 and #2'],
  [{ retried: { operation: POST } }, evidence([{ at: 0, status: 400 }]), 'unseen', 'nothing failed'],
  [
    { retryAfter: {} },
    evidence([
      { at: 0, status: 429, retryAfter: 1 },
      { at: 1100, status: 200 },
    ]),
    'held',
    '#1 was waited for',
  ],
  [
    { retryAfter: {} },
    evidence([
      { at: 0, status: 429, retryAfter: 1 },
      { at: 400, status: 200 },
    ]),
    'broken',
    '#2 came after 390 ms',
  ],
  // Under way when the answer came.
  [
    { retryAfter: {} },
    evidence([
      { at: 0, status: 429, retryAfter: 1 },
      { at: 5, status: 200 },
    ]),
    'held',
    '#1',
  ],
  [{ retryAfter: {} }, evidence(again(20)), 'unseen', 'no answer had a Retry-After'],
  [refreshed, evidence([expired, grant(), { at: 40, status: 200 }]), 'held', 'a new token at #2, asked again at #3'],
  [refreshed, evidence([expired, { at: 40, status: 401 }]), 'broken', 'no new token was asked for'],
  [refreshed, evidence([expired, grant(), grant(), { at: 40, status: 200 }]), 'broken', 'asked for 2 times: #2 and #3'],
  [refreshed, evidence([expired, grant()]), 'broken', '#1 was not asked again with the token of #2'],
  [refreshed, evidence([expired, grant(), { at: 40, status: 401 }]), 'broken', 'with the old token?'],
  [refreshed, evidence([expired, grant(400)]), 'broken', 'no new token was given'],
  [refreshed, evidence([{ at: 0, status: 200 }]), 'unseen', 'no request was answered with 401'],
  [paged, evidence([page(undefined, true), page('a', false)]), 'held', '2 pages: #1 and #2'],
  [
    paged,
    evidence([page(undefined, true), page('a', false), page('b', false)]),
    'broken',
    '#2 was the last page, and #3 followed',
  ],
  [
    paged,
    evidence([page(undefined, true), page('a', true), page('a', true)]),
    'broken',
    'the same page 2 times: #2 and #3',
  ],
  [paged, evidence([page(undefined, true)]), 'broken', 'not all pages: after #1 there were more'],
  [paged, evidence([page(undefined, false), page(undefined, false)]), 'held', 'one page: #1'],
  [paged, evidence([LOST]), 'unseen', 'no page was asked for'],
  [{ stopped: { after: { status: 401 }, atMost: 0 } }, evidence([expired]), 'held', 'nothing was asked after #1'],
  [
    { stopped: { after: { status: 401 }, atMost: 0 } },
    evidence([expired, { at: 40, status: 401 }]),
    'broken',
    'asked once after #1: #2',
  ],
  [
    { stopped: { after: { status: 401 }, atMost: 0, within: '1s' } },
    evidence([expired, { at: 2000, status: 200 }]),
    'held',
    'nothing',
  ],
  [{ stopped: { after: { status: 401 }, atMost: 0 } }, evidence([LOST]), 'unseen', 'it was never told'],
  [delivered(), evidence([], [delivery('thing.created', 500), delivery('thing.created', 200)]), 'held', 'accepted: #1'],
  [
    delivered({ of: 'every attempt' }),
    evidence([], [delivery('thing.created', 500)]),
    'broken',
    'thing.created got 500',
  ],
  [
    delivered({ of: 'some attempt' }),
    evidence([], [delivery('thing.created', 500), delivery('thing.lost', 200, {}, 1)]),
    'held',
    '#2',
  ],
  [delivered({ within: '10ms' }), evidence([], [delivery('thing.created', 200)]), 'broken', 'got 200 after 20 ms'],
  [delivered({ answer: 'refused' }), evidence([], [delivery('thing.created', 200)]), 'broken', 'got 200'],
  [
    delivered({ answer: 'refused', fault: 'forged' }),
    evidence([], [delivery('thing.created', 400, { changes: ['forge'] }), delivery('thing.created', 200, {}, 1)]),
    'held',
    'refused: #1',
  ],
  [
    delivered({ fault: 'forged' }),
    evidence([], [delivery('thing.created', 200)]),
    'unseen',
    'no such webhook was sent',
  ],
  [{ rows: { of: 'things', where: { name: 'b' }, exactly: 1 } }, evidence(), 'held', '1: thing_'],
  [{ rows: { of: 'things', where: { name: { matches: '^a' } }, atMost: 1 } }, evidence(), 'broken', '2: thing_'],
  [{ rows: { of: 'things', per: 'name', atMost: 1 } }, evidence(), 'broken', 'name a: 2: thing_'],
  [
    { rows: { of: 'things', where: { name: 'c' }, per: 'name', atLeast: 1 } },
    evidence(),
    'broken',
    'none of 3 things has name',
  ],
  [{ rows: { of: 'thigns', atMost: 1 } }, evidence(), 'unseen', 'there never was a thigns'],
  [{ exits: 0 }, evidence([], [], 0), 'held', 'it ended with 0'],
  [{ exits: 0 }, evidence([], [], 3), 'broken', 'it ended with 3'],
  [{ exits: 0 }, evidence(), 'unseen', 'no command has ended'],
]

test.each(
  ROWS.map(([expectation, given, state, seen]) => ({ said: say(expectation), expectation, given, state, seen })),
)('“$said” is $state: $seen', ({ expectation, given, state, seen }) => {
  const verdict = judge(expectation, given)
  expect([verdict.state, verdict.seen.join('\n')]).toEqual([state, expect.stringContaining(seen)])
})

describe('idempotency keys', async () => {
  const { document, toySandbox, toyVendor } = await import('../../support/toy-vendor.js')
  const keyed = toyVendor({
    document: document({}),
    name: 'shop',
    idempotency: { header: 'x-key', key: () => undefined, lifetime: 1, replayHeaders: () => ({}) },
  })
  const other = await toySandbox(keyed)
  const given = (asked: readonly Asked[]): Evidence => ({ ...evidence(asked), world: other.sandbox.defaultWorld })
  const perOrder: Expectation = { sameKey: { operation: POST, per: 'body.order' } }
  const order = (id: number, value?: string): Asked => ({
    ...LOST,
    body: { order: id, try: Math.random() },
    ...(value && key(value)),
  })

  test.each<[Expectation, readonly Asked[], string, string]>([
    [perOrder, [order(1, 'a'), order(1, 'a'), order(2, 'b')], 'held', '2 pieces of work, each with its key'],
    [perOrder, [order(1, 'a'), order(1, 'b')], 'broken', 'body.order 1: 2 keys for the same work: #1 and #2'],
    [perOrder, [order(1)], 'broken', 'no idempotency key in #1'],
    [perOrder, [order(1, 'a'), order(2, 'a')], 'broken', 'one key for different work: #1 and #2'],
    [perOrder, [LOST], 'unseen', 'no such request had body.order'],
    [
      { sameKey: { operation: POST } },
      [
        { ...LOST, ...key('a') },
        { ...LOST, ...key('a') },
      ],
      'held',
      'one piece of work',
    ],
    [
      { sameKey: { operation: POST } },
      [
        { ...LOST, ...key('a') },
        { ...LOST, ...key('b') },
      ],
      'broken',
      '2 keys',
    ],
  ])('%j', (expectation, asked, state, seen) => {
    const verdict = judge(expectation, given(asked))
    expect([verdict.state, verdict.seen.join('\n')]).toEqual([state, expect.stringContaining(seen)])
  })
})
