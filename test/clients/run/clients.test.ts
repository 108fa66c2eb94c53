import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../src/engine/generated.js'

// Programs as they are, each with its own way of making a connection: none is told where the stand-in is.
const root = packageRoot()
const folder = mkdtempSync(join(tmpdir(), 'standin-run-'))
const URL_ = 'https://api.stripe.com/v1/customers?limit=1'
const has = (program: string) => spawnSync(program, ['--version']).error === undefined

async function run(...command: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const args = [join(root, 'dist/bin/standin.js'), 'run', '--', ...command]
  const options = { cwd: root, maxBuffer: 1 << 26 }
  return promisify(execFile)(process.execPath, args, options).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
}

function program(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const module_ = (code: string) => [process.execPath, '--input-type=module', '-e', code]
const EMPTY = { object: 'list', url: '/v1/customers', has_more: false, data: [] }

test.each([
  [
    "Stripe's own SDK",
    `import Stripe from 'stripe'; const r = await new Stripe(process.env.STRIPE_SECRET_KEY).customers.list(); console.log(JSON.stringify(r))`,
  ],
  [
    'axios',
    `import axios from 'axios'; const r = await axios.get('${URL_}', { auth: { username: process.env.STRIPE_SECRET_KEY, password: '' } }); console.log(JSON.stringify(r.data))`,
  ],
  [
    'undici with an Agent of its own',
    `import { Agent, fetch } from 'undici'; const r = await fetch('${URL_}', { dispatcher: new Agent(), headers: { authorization: 'Bearer ' + process.env.STRIPE_SECRET_KEY } }); console.log(await r.text())`,
  ],
  [
    'fetch',
    `const r = await fetch('${URL_}', { headers: { authorization: 'Bearer ' + process.env.STRIPE_SECRET_KEY } }); console.log(await r.text())`,
  ],
])(
  '%s reaches the stand-in',
  async (_name, code) => {
    const { stdout } = await run(...module_(code))
    expect(JSON.parse(stdout)).toMatchObject(EMPTY)
  },
  30_000,
)

test.skipIf(!has('curl'))(
  `curl reaches the stand-in, its certificate checked${has('curl') ? '' : ' (skipped: no curl)'}`,
  async () => {
    const { stdout } = await run('sh', '-c', `curl --silent --show-error --fail -u "$STRIPE_SECRET_KEY:" '${URL_}'`)
    expect(JSON.parse(stdout)).toEqual(EMPTY)
  },
  30_000,
)

test.skipIf(!has('python3'))(
  `Python's urllib reaches the stand-in${has('python3') ? '' : ' (skipped: no python3)'}`,
  async () => {
    const file = program(
      'ask.py',
      `import os, urllib.request
request = urllib.request.Request("${URL_}", headers={"Authorization": "Bearer " + os.environ["STRIPE_SECRET_KEY"]})
print(urllib.request.urlopen(request).read().decode())
`,
    )
    expect(JSON.parse((await run('python3', file)).stdout)).toEqual(EMPTY)
  },
  30_000,
)

test.skipIf(!has('java'))(
  `Java reaches the stand-in${has('java') ? '' : ' (skipped: no JDK)'}`,
  async () => {
    const file = program(
      'Ask.java',
      `import java.net.URI; import java.net.http.*;
class Ask { public static void main(String[] a) throws Exception {
  var request = HttpRequest.newBuilder(URI.create("${URL_}")).header("Authorization", "Bearer " + System.getenv("STRIPE_SECRET_KEY")).build();
  System.out.println(HttpClient.newBuilder().proxy(java.net.ProxySelector.getDefault()).build().send(request, HttpResponse.BodyHandlers.ofString()).body());
} }
`,
    )
    const { stdout } = await run('java', file)
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(EMPTY)
  },
  60_000,
)

test('another port of a vendor leads to the stand-in too, and a program ends with its own code', async () => {
  const code = `import http from 'node:https'; http.get('https://api.stripe.com:8443/').on('error', (e) => { console.error(e.message); process.exit(7) }).on('response', (r) => process.exit(r.statusCode === 401 || r.statusCode === 404 ? 0 : 1))`
  expect((await run(...module_(code))).code).toBe(0)
  expect((await run(process.execPath, '-e', 'process.exit(7)')).code).toBe(7)
}, 30_000)

test('a live key is refused under run as everywhere', async () => {
  const live = `sk_live_${'b'.repeat(24)}`
  const { stdout, stderr } = await run(
    ...module_(
      `const r = await fetch('${URL_}', { headers: { authorization: 'Bearer ${live}' } }); console.log(r.status, await r.text())`,
    ),
  )
  expect(stdout).toMatch(/^401 /)
  expect(stdout + stderr).not.toContain(live)
}, 30_000)
