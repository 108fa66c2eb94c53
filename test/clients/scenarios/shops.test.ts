import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportText } from '../../../src/engine/scenarios/report-text.js'
import { theatre } from './play.js'
import { type Broken, playAll } from './play-all.js'

const BROKEN: Broken = {
  'answer-cut-short': ['sameKey', 'rows'],
  'answer-of-a-gateway': ['sameKey', 'rows'],
  'api-key-rolled': ['stopped', 'calls'],
  'card-declined-again': ['stopped', 'rows'],
  // The SDK asks again once by itself after a reset, with the same key; it is the second that counts.
  'charge-connection-reset': ['sameKey', 'rows'],
  // To wait for an answer that does not come is a pause, too.
  'charge-timed-out': ['sameKey', 'rows'],
  'charged-twice-late-webhook': ['rows', 'calls'],
  'debit-fails-after-days': ['calls'],
  'dispute-unanswered': ['rows', 'calls'],
  'checkout-expired': ['calls', 'rows'],
  'checkout-webhook-late': ['calls'],
  'double-click': ['sameKey', 'rows'],
  'key-rolled-mid-flight': ['stopped', 'sameKey', 'calls'],
  'last-page-asked-again': ['paged'],
  'lock-timeout-cached': ['retried'],
  'payout-fails': ['calls'],
  'promotion-code-used-up': ['stopped'],
  'rate-limited-for-good': ['retried', 'calls'],
  'rate-limited-in-a-loop': ['retried', 'retryAfter'],
  'refund-fails-later': ['calls'],
  'refund-timed-out': ['rows', 'sameKey'],
  'server-error-kept': ['retried', 'sameKey'],
  'success-page-without-webhook': ['calls'],
  'webhook-answered-late': ['delivered'],
  'webhook-before-response': ['calls'],
  'webhook-duplicate': ['calls'],
  'webhook-forged': ['delivered'],
  'webhook-out-of-order': ['never'],
  // Who checks no signature notices nothing of another secret.
  'webhook-secret-rolled': [],
  'webhook-stale': ['delivered'],
  'webhook-tampered': ['delivered'],
  'webhook-wrong-secret': ['delivered'],
}
const { play, close, names } = await theatre()
let reportOf: Awaited<ReturnType<typeof playAll>>
afterAll(close)
beforeAll(async () => {
  reportOf = await playAll(BROKEN, play)
}, 180_000)

describe.each(Object.entries(BROKEN))('%s', (name, broken) => {
  test('the careful shop does all that is expected', () => {
    const report = reportOf('careful', name)
    expect(report.outcome, reportText(report)).toBe('passed')
  })

  test(
    broken.length === 0 ? 'the careless shop breaks nothing' : `the careless shop breaks ${broken.join(', ')}`,
    () => {
      const report = reportOf('careless', name)
      expect(report.outcome, reportText(report)).toBe(broken.length === 0 ? 'passed' : 'failed')
      const kinds = report.expectations.filter(({ state }) => state === 'broken').map(({ kind }) => kind)
      expect(kinds, reportText(report)).toEqual(expect.arrayContaining([...broken]))
    },
  )
})

test('every scenario of Stripe alone is played', () => {
  expect(names.filter((name) => !(name in BROKEN))).toEqual([])
})

test('a report tells what caused what, and holds no secret', () => {
  const text = reportText(reportOf('careless', 'charged-twice-late-webhook'))
  expect(text).toMatch(/you -> stripe +POST \/v1\/payment_intents {2}metadata\.order_id ord_1 {2}200/)
  expect(text).toMatch(/stripe -> you +webhook payment_intent\.succeeded {2}200 after .+ from #\d+/)
  expect(text).toMatch(/✗ exactly one succeeded charge for each metadata\.order_id\n.+ord_1: 2: ch_\w+, ch_\w+/)
  expect(text).not.toMatch(/sk_test_\w{8}|whsec_/)
})
