import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { mailchimp as vendor } from '../../../mocks/mailchimp/index.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { play, type Seen } from './suite.js'

// One suite through every door, in worlds of the same seed at the same moment: all must see the same.
const ROOT = packageRoot()
const PROGRAM = [join(ROOT, 'node_modules/jiti/lib/jiti-cli.mjs'), join(ROOT, 'test/clients/mailchimp/program.ts')]
const SEED = 'doors'
const AT = '2026-11-24T12:00:00Z'
const world = { seed: SEED, at: Date.parse(AT), frozen: true, limits: false }

const expected = [
  ['ping', "Everything's Chimpy!"],
  ['an audience', 'News'],
  ['a member', 'subscribed'],
  ['twice', 400, 'Member Exists'],
  ['unknown', 404, 'Resource Not Found'],
  ['upsert', 'Ada'],
  ['a page of one', 1, 2],
  ['archived', null],
  ['many', 1, 1],
  ['a batch', 'pending'],
]

/** What all doors show alike: the suite's steps, and the 270 operations of the client, each with what it is answered. */
function shown(seen: readonly Seen[]): unknown[][] {
  const each = seen.at(-1)?.value.map(String) ?? []
  expect(each).toHaveLength(270)
  expect(each.filter((line) => !/ (?:200|204|400|404|405)$/.test(line))).toEqual([])
  statuses.add(each.join('\n'))
  expect(statuses.size).toBe(1)
  return seen.slice(0, -1).map(({ step, value }) => [step, ...value])
}

const statuses = new Set<string>()

test('in process, through MSW, under its own host name', async () => {
  const sandbox = await setupSandbox({ ...world, strict: true, vendors: ['mailchimp'] })
  sandbox.listen()
  try {
    const seen = await play({
      apiKey: sandbox.env.MAILCHIMP_API_KEY ?? '',
      server: sandbox.env.MAILCHIMP_SERVER_PREFIX ?? '',
    })
    expect(shown(seen)).toEqual(expected)
  } finally {
    sandbox.close()
  }
}, 60_000)

/** The program in a process of its own, as a user runs it. */
async function run(command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Seen[]> {
  const options = { maxBuffer: 1 << 26, env: { ...process.env, ...env } }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...PROGRAM], options)
  return JSON.parse(stdout) as Seen[]
}

test.each(['http', 'https'] as const)(
  'over %s',
  async (protocol) => {
    const sandbox = await Sandbox.create({ vendors: [vendor], ...world, strict: true })
    const tls = createLocalTls({ domains: ['mailchimp.com', 'localhost'], dir: temporaryFolder() })
    const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'mailchimp', port: 0, tls })
    const runtime = sandbox.runtime('mailchimp')
    const [key] = runtime ? runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
    const authority = join(temporaryFolder(), 'ca.pem')
    writeFileSync(authority, (await tls.authority()).cert)
    const basePath = `${protocol}://localhost:${door.port}/3.0`
    const env = { MAILCHIMP_API_KEY: key?.value ?? '', MAILCHIMP_BASE_PATH: basePath, NODE_EXTRA_CA_CERTS: authority }
    try {
      expect(shown(await run([], env))).toEqual(expected)
    } finally {
      sandbox.close()
      await door.close()
    }
  },
  60_000,
)

test('under `standin run`, unmodified and with its own host name', async () => {
  const options = ['run', '--seed', SEED, '--at', AT, '--frozen', '--no-limits', '--vendor', 'mailchimp', '--']
  const seen = await run([join(ROOT, 'dist/bin/standin.js'), ...options, process.execPath])
  expect(shown(seen)).toEqual(expected)
}, 60_000)
