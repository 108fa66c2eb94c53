import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import https from 'node:https'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { salesforce as vendor } from '../../../mocks/salesforce/vendor.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { comparable, OBJECTS, play, type Seen } from './suite.js'

// One suite through every door, in orgs of the same seed whose clocks start at the same moment: all must see the same, to the last id.
const SEED = 'doors'
const AT = '2026-11-24T12:00:00Z'
const settings = { salesforce: { objects: OBJECTS } }
const world = { seed: SEED, at: Date.parse(AT), limits: false, settings }

let expected: unknown
beforeAll(async () => {
  expected = comparable(await throughMsw())
}, 60_000)

async function throughMsw(): Promise<readonly Seen[]> {
  const sandbox = await setupSandbox({ ...world, strict: true })
  sandbox.listen()
  try {
    return await play(sandbox.env)
  } finally {
    sandbox.close()
  }
}

async function throughPort(protocol: 'http' | 'https'): Promise<readonly Seen[]> {
  const sandbox = await Sandbox.create({ vendors: [vendor], ...world })
  const tls = createLocalTls({ domains: ['salesforce.com', 'localhost'], dir: temporaryFolder() })
  const { bodyLimitOf: bodyLimit, handle } = sandbox
  const door = await createNodeDoor({ handle, vendor: 'salesforce', port: 0, tls, bodyLimit })
  const runtime = sandbox.runtime('salesforce')
  const listed = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const origin = `${protocol}://localhost:${door.port}`
  const env = Object.fromEntries(listed.map(({ variable, value, address }) => [variable, address ? origin : value]))
  const { ca } = https.globalAgent.options
  // jsforce takes no agent: what it trusts is what Node trusts, as NODE_EXTRA_CA_CERTS would have it.
  if (protocol === 'https') https.globalAgent.options.ca = (await tls.authority()).cert
  try {
    return await play(env)
  } finally {
    https.globalAgent.options.ca = ca
    sandbox.close()
    await door.close()
  }
}

async function throughRun(): Promise<readonly Seen[]> {
  const root = packageRoot()
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'standin.config.json'), JSON.stringify(settings))
  const program = [join(root, 'node_modules/jiti/lib/jiti-cli.mjs'), join(root, 'test/clients/salesforce/program.ts')]
  const options = ['run', '--seed', SEED, '--at', AT, '--no-limits', '--vendor', 'salesforce', '--']
  const command = [join(root, 'dist/bin/standin.js'), ...options, process.execPath, ...program]
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder, maxBuffer: 1 << 26 })
  return JSON.parse(stdout) as Seen[]
}

test('in process, the integration sees what Salesforce would show', () => {
  const steps = expected as { step: string; name?: string; message?: string }[]
  const refused = steps.filter(({ name }) => name !== undefined).map(({ step, name }) => [step, name])
  expect(steps).toHaveLength(32)
  expect(refused).toEqual([
    ['a field is missing', 'REQUIRED_FIELD_MISSING'],
    ['a field is unknown', 'INVALID_FIELD'],
    ['it is gone', 'ENTITY_IS_DELETED'],
    ['upsert finds two', 'MULTIPLE_CHOICES'],
    ['a column is unknown', 'INVALID_FIELD'],
    ['a wrong password', 'invalid_grant'],
  ])
  expect(steps.at(-1)).toEqual({
    step: 'a code with PKCE, then a refresh token',
    answer: { scope: 'api id refresh_token', renewed: true, again: 'invalid_grant' },
  })
})

test('over HTTP it sees the same', async () => {
  expect(comparable(await throughPort('http'))).toEqual(expected)
})

test('over HTTPS, the certificate checked against the local authority, it sees the same', async () => {
  expect(comparable(await throughPort('https'))).toEqual(expected)
})

test('under `standin run`, unmodified and with its own host names, it sees the same', async () => {
  expect(comparable(await throughRun())).toEqual(expected)
}, 60_000)
