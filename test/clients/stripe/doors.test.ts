import { execFile } from 'node:child_process'
import { Agent } from 'node:https'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Stripe from 'stripe'
import { beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../../mocks/stripe/index.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { comparable, play, type Seen } from './suite.js'

// One suite through every door, in worlds of the same seed at the same moment: all must see the same, to the last id.
const SEED = 'doors'
const AT = '2026-11-24T12:00:00Z'
const world = { seed: SEED, at: Date.parse(AT), frozen: true, limits: false }

let expected: unknown
beforeAll(async () => {
  expected = comparable(await throughMsw())
})

async function throughMsw(): Promise<readonly Seen[]> {
  const sandbox = await setupSandbox({ ...world, strict: true })
  sandbox.listen()
  try {
    return await play(new Stripe(sandbox.env.STRIPE_SECRET_KEY ?? ''))
  } finally {
    sandbox.close()
  }
}

async function throughPort(protocol: 'http' | 'https'): Promise<readonly Seen[]> {
  const sandbox = await Sandbox.create({ vendors: [vendor], ...world })
  const tls = createLocalTls({ domains: ['stripe.com', 'localhost'], dir: temporaryFolder() })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0, tls })
  const runtime = sandbox.runtime('stripe')
  const [key] = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const trust = protocol === 'https' ? { httpAgent: new Agent({ ca: (await tls.authority()).cert }) } : {}
  try {
    return await play(new Stripe(key?.value ?? '', { host: 'localhost', port: door.port, protocol, ...trust }))
  } finally {
    sandbox.close()
    await door.close()
  }
}

async function throughRun(): Promise<readonly Seen[]> {
  const root = packageRoot()
  const program = [join(root, 'node_modules/jiti/lib/jiti-cli.mjs'), join(root, 'test/clients/stripe/program.ts')]
  const options = ['run', '--seed', SEED, '--at', AT, '--frozen', '--no-limits', '--', process.execPath, ...program]
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'dist/bin/standin.js'), ...options], {
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout) as Seen[]
}

test('in process, the integration sees what Stripe would show', () => {
  const steps = expected as { step: string; status?: string; code?: string; statusCode?: number; id?: string }[]
  const shown = steps.map(({ step, status, code, statusCode }) => [step, status ?? code ?? statusCode])
  expect(shown).toMatchObject([
    ['a customer', undefined],
    ['it is updated', undefined],
    ['a payment', 'succeeded'],
    ['declined', 'card_declined'],
    ['3D Secure', 'requires_action'],
    ['an unknown parameter', 'parameter_unknown'],
    ['a missing customer', 'resource_missing'],
    ['once', 'succeeded'],
    ['again under the same key', 'succeeded'],
    ['other parameters under it', 400],
    ['a refund', 'succeeded'],
    ['a generic product', undefined],
    ['what is not simulated', 501],
    ['pages', undefined],
  ])
  expect(steps[7]?.id).toBe(steps[8]?.id)
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
