import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailchimp } from '../../../mocks/mailchimp/vendor.js'
import { salesforce } from '../../../mocks/salesforce/vendor.js'
import { stripe } from '../../../mocks/stripe/index.js'
import { workday } from '../../../mocks/workday/vendor.js'
import { type Bundle, packBundle, unpackBundle } from '../../../src/engine/bundles/bundle.js'
import { replayBundle } from '../../../src/engine/bundles/replay-bundle.js'
import { saveBundle } from '../../../src/engine/bundles/save-bundle.js'
import { packLines, unpackLines } from '../../../src/engine/world/packed-lines.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { PERSONAL } from './personal.js'
import { type Traffic, traffic } from './traffic.js'

const vendors = [stripe, salesforce, mailchimp, workday]
let made: Traffic
let bundle: Bundle
let bytes: Buffer

beforeAll(async () => {
  made = await traffic('a thousand', 1000)
  bundle = await saveBundle(made.sandbox, made.recorder.of(made.sandbox.defaultWorld), '0.0.0')
  bytes = packBundle(bundle)
}, 60_000)

afterAll(() => {
  made.recorder.close()
  made.sandbox.close()
  bundle.start.files.close()
})

/** `standin bundle replay` in a process of its own. */
async function elsewhere(contents: Uint8Array) {
  const file = join(temporaryFolder(), 'bug.standin')
  writeFileSync(file, contents)
  const program = fileURLToPath(new URL('../../../dist/bin/standin.js', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'bundle', 'replay', file, '--json'])
  return JSON.parse(stdout) as { first: unknown; requests: number; deliveries: number }
}

test('a thousand requests to all vendors are answered the same in another process, to the last byte', async () => {
  expect(made.sent).toBeGreaterThanOrEqual(1000)
  // It is no test where everything goes well.
  for (const status of [0, 200, 201, 204, 400, 401, 402, 404, 503]) expect([...made.statuses.keys()]).toContain(status)
  const report = await elsewhere(bytes)
  expect(report.first).toBeNull()
  expect(report.requests).toBe(made.sent)
  expect(report.deliveries).toBeGreaterThan(100)
}, 60_000)

test('the replay of what was recorded is what happened, and pseudonyms make no other answer of it', () => {
  expect(bundle.head.notes).toEqual([])
})

test('no secret and nothing personal is in the file', () => {
  const text = gunzipSync(bytes).toString()
  const decoded = [
    text,
    ...[...text.matchAll(/[A-Za-z0-9+/=_-]{24,}/g)].map(([word]) => Buffer.from(word, 'base64').toString()),
  ]
  const all = [...made.secrets, ...Object.values(PERSONAL).flat()]
  const found = all.filter((word) =>
    decoded.some((each) => each.includes(word) || each.includes(encodeURIComponent(word))),
  )
  expect(found).toEqual([])
  // Cards that everybody knows stay.
  expect(text).toContain('4242424242424242')
})

test('an answer that is another one is shown where it differs', async () => {
  const lines = unpackLines(bytes, 'it')
  const at = lines.findIndex(
    (line) => line.startsWith('{"kind":"exchange"') && line.includes('\\"object\\": \\"customer\\"'),
  )
  lines[at] = (lines[at] ?? '').replace('\\"livemode\\": false', '\\"livemode\\": true')
  const { first } = await replayBundle(unpackBundle(packLines(lines), 'it'), vendors)
  expect(first?.differences).toMatchObject([{ where: expect.stringMatching(/livemode$/), recorded: true, now: false }])
})

test.each<[string, (whole: Buffer) => Uint8Array, RegExp]>([
  ['cut', (whole) => whole.subarray(0, 1000), /is cut/],
  ['a snapshot', () => packLines(['{"standin":"snapshot"}']), /does not begin as a bundle/],
  [
    'of a later version',
    () => packLines(['{"standin":"bundle","version":2}']),
    /version 2; this Standin reads version 1/,
  ],
  ['without its journal', (whole) => packLines(unpackLines(whole, 'it').slice(0, -1)), /items/],
  ['empty', () => gzipSync(''), /its end is missing/],
  ['changed', (whole) => packLines([...unpackLines(whole, 'it').slice(0, -1), '{"kind":"exchange"}']), /item \d+: at/],
])('a file that is %s is refused with its reason', (_name, spoil, reason) => {
  expect(() => unpackBundle(spoil(bytes), 'it')).toThrow(reason)
})
