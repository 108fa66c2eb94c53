import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../../src/cli/attack/checks.js'
import { junit, sarif } from '../../../src/cli/attack/report.js'
import { main } from '../../../src/cli/main.js'
import { connect } from '../../../src/cli/runtime/control-client.js'
import { signedShop } from '../../support/signed-shop.js'
import { machine, session, standin } from '../harness.js'
import { openShipping } from './shipping.js'

const on = machine()
const catalog = { shop: async () => signedShop() }
const own = session(on)
let ended: Promise<number>
let shop = ''
let key = ''
beforeAll(async () => {
  ended = main(['start', '--port-base', '0', '--json'], own.terminal, { catalog })
  const info = JSON.parse(await own.printed('\n'))
  shop = info.vendors[0].urls.at(-1)
  key = info.vendors[0].credentials[0].value
})
afterAll(async () => {
  own.interrupt()
  await ended
})

const hasCurl = spawnSync('curl', ['--version']).error === undefined

/** A shell command that posts something. */
function asking(url: string, bearer: string, body: string): string {
  if (hasCurl) return `curl --silent --noproxy '*' -H 'Authorization: Bearer ${bearer}' -d '${body}' ${url}`
  const headers = `{authorization:'Bearer ${bearer}','content-type':'application/x-www-form-urlencoded'}`
  return `node -e "fetch('${url}',{method:'POST',headers:${headers},body:'${body}'})"`
}

/** Attacks a program that is careful or not; each cause is another thing. */
async function attacked(care: 'careful' | 'careless' | 'forgetful', ...more: string[]) {
  let secret = ''
  const shipping = await openShipping({ shop, key, care, secret: () => secret })
  const subscribed = await connect(own.terminal, {}).post<{ secret: string }>('/worlds/default/webhooks', {
    url: shipping.url,
  })
  secret = subscribed.secret
  const cause = asking(`${shop}/things`, key, 'name=n&size=1')
  const restart = asking(shipping.url.replace('/hook', '/restart'), key, 'now=1')
  const ran = await standin(on, [
    'webhooks',
    'attack',
    shipping.url,
    '--cause',
    cause,
    '--settle',
    '60',
    '--restart',
    restart,
    ...more,
  ])
  await shipping.close()
  return ran
}

const verdicts = (findings: Finding[]) => Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]))

test('a careful endpoint passes all that can be judged', async () => {
  const ran = await attacked('careful', '--junit', 'careful.xml')
  expect(ran.out).toContain('14 passed, 0 failed, 0 not judged')
  expect(ran.code).toBe(0)
  expect(readFileSync(join(on.dir, 'careful.xml'), 'utf8')).toContain('tests="14" failures="0" skipped="0"')
}, 60_000)

test('a careless one fails in all ways, and what it did is said', async () => {
  const ran = await attacked('careless', '--json', '--sarif', 'careless.sarif')
  expect(ran.code).toBe(1)
  expect(verdicts(ran.json.findings)).toEqual({
    good: 'passed',
    unsigned: 'failed',
    'forged-signature': 'failed',
    'wrong-secret': 'failed',
    'tampered-body': 'failed',
    'stale-timestamp': 'failed',
    replayed: 'failed',
    duplicated: 'failed',
    'another-event-id': 'failed',
    'in-parallel': 'failed',
    reordered: 'passed',
    'failed-first': 'failed',
    'slow-acknowledgement': 'failed',
    crash: 'passed',
  })
  const said = Object.fromEntries(ran.json.findings.map(({ id, said: text }: Finding) => [id, text]))
  expect(said['wrong-secret']).toBe('it was applied (answered 200)')
  expect(said['in-parallel']).toBe('it was applied more than once (5 effects in place of 1)')
  expect(said['failed-first']).toBe('it was not applied (0 effects in place of 1)')
  const report = JSON.parse(readFileSync(join(on.dir, 'careless.sarif'), 'utf8'))
  expect(report.runs[0].results).toHaveLength(11)
}, 60_000)

test('one that remembers a delivery before it has applied it loses it in a crash', async () => {
  const ran = await attacked('forgetful', '--only', 'crash', 'duplicated', '--json')
  expect(verdicts(ran.json.findings)).toEqual({ good: 'passed', duplicated: 'passed', crash: 'failed' })
  expect(ran.json.findings.at(-1).said).toBe('it was not applied (0 effects in place of 1)')
}, 60_000)

test('a URL that is no endpoint, and an attack on nothing, are refused with what to do', async () => {
  const unknown = await standin(on, ['webhooks', 'attack', 'http://localhost:1/none', '--event', 'thing.lost'])
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('standin start --forward')])
})

test('reports say what failed', () => {
  const findings: Finding[] = [
    { id: 'good', rule: 'A good one is accepted.', verdict: 'passed', said: '' },
    { id: 'unsigned', rule: 'Refused <always>.', verdict: 'failed', said: 'it was "accepted"' },
    { id: 'crash', rule: 'Applied once.', verdict: 'not judged', said: 'give --restart' },
  ]
  expect(junit(findings, 'http://x/?a&b')).toContain('tests="3" failures="1" skipped="1"')
  expect(junit(findings, 'http://x/?a&b')).toContain('<failure message="it was &quot;accepted&quot;"/>')
  expect(sarif(findings, 'http://x', '1.0.0')).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ ruleId: 'unsigned', message: { text: 'Refused <always>. But it was "accepted".' } }] }],
  })
})
