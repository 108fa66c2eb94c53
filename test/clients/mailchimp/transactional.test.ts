import { execFile } from 'node:child_process'
import { globalAgent } from 'node:https'
import { join } from 'node:path'
import { promisify } from 'node:util'
import mailchimpClient from '@mailchimp/mailchimp_transactional'
import { beforeAll, expect, test } from 'vitest'
import { mailchimp as vendor } from '../../../mocks/mailchimp/vendor.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { comparable, operationsOf, type Seen, type TransactionalClient, walk } from './transactional-suite.js'

// The official client as it is, every operation, through every door: all must see the same, to the last id.
const SEED = 'doors'
const AT = '2026-11-24T12:00:00Z'
const world = { seed: SEED, at: Date.parse(AT), frozen: true, limits: false }
const newClient = (key: string) => mailchimpClient(key) as TransactionalClient

let inProcess: readonly Seen[]
beforeAll(async () => {
  const sandbox = await setupSandbox({ ...world, vendors: ['mailchimp'], strict: true })
  sandbox.listen()
  try {
    inProcess = await walk(newClient(sandbox.env.MANDRILL_API_KEY ?? ''))
  } finally {
    sandbox.close()
  }
})

async function throughPort(protocol: 'http' | 'https'): Promise<readonly Seen[]> {
  const sandbox = await Sandbox.create({ vendors: [vendor], ...world })
  const tls = createLocalTls({ domains: ['mandrillapp.com', 'localhost'], dir: temporaryFolder() })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'mailchimp', port: 0, tls })
  const runtime = sandbox.runtime('mailchimp')
  const keys = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const client = newClient(keys.find(({ variable }) => variable === 'MANDRILL_API_KEY')?.value ?? '')
  client.basePath = `${protocol}://localhost:${door.port}/api/1.3`
  if (protocol === 'https') globalAgent.options.ca = (await tls.authority()).cert
  try {
    return await walk(client)
  } finally {
    delete globalAgent.options.ca
    sandbox.close()
    await door.close()
  }
}

async function throughRun(): Promise<readonly Seen[]> {
  const root = packageRoot()
  const program = join(root, 'test/clients/mailchimp/transactional-program.ts')
  const command = [process.execPath, join(root, 'node_modules/jiti/lib/jiti-cli.mjs'), program]
  const options = [
    'run',
    '--vendor',
    'mailchimp',
    '--seed',
    SEED,
    '--at',
    AT,
    '--frozen',
    '--no-limits',
    '--',
    ...command,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'dist/bin/standin.js'), ...options], {
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout) as Seen[]
}

test('every operation of the client is called', () => {
  const called = new Set(inProcess.map(([operation]) => operation))
  const all = operationsOf(newClient(''))
  expect(all.length).toBe(99)
  expect(all.filter((operation) => !called.has(operation))).toEqual([])
})

test('each is answered as the API would, and its body fits its schema', () => {
  const failed = inProcess.filter(([, answer]) => typeof answer === 'object' && answer !== null && 'failed' in answer)
  expect(failed.map(([operation, answer]) => [operation, answer])).toEqual([
    // There is no template on the Marketing side, and no such message.
    ...[
      'mctemplates.mcTemplatesInfo',
      'mctemplates.mcTemplatesRender',
      'mctemplates.mcTemplatesTimeSeries',
      'messages.sendMcTemplate',
    ].map((operation) => [
      operation,
      {
        failed: 500,
        status: 'error',
        code: 11,
        name: 'Unknown_Message',
        message: 'No Mailchimp template found with id 1',
      },
    ]),
    [
      'messages.info',
      {
        failed: 500,
        status: 'error',
        code: 11,
        name: 'Unknown_Message',
        message: 'No message exists with the id nobody',
      },
    ],
  ])
  expect(inProcess[0]).toEqual(['users.ping', 'PONG!'])
})

test.each(['http', 'https'] as const)('over %s it sees the same', async (protocol) => {
  expect(comparable(await throughPort(protocol))).toEqual(comparable(inProcess))
})

test('under `standin run`, unmodified and with its own host name, it sees the same', async () => {
  expect(comparable(await throughRun())).toEqual(comparable(inProcess))
}, 60_000)
