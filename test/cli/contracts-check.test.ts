import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { catalog } from '../../src/catalog.js'
import { main } from '../../src/cli/main.js'
import { compileHook } from '../doors/support/hook.js'
import { machine, session } from './harness.js'

const on = machine()
let hookUrl = ''
beforeAll(async () => {
  hookUrl = await compileHook(on.dir)
})
const stripe = { stripe: catalog.stripe as NonNullable<typeof catalog.stripe> }

async function contracts(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = session(on, { env })
  const code = await main(['contracts', ...args], own.terminal, { catalog: stripe, hookUrl })
  return { code, out: own.out(), err: own.err() }
}

/** Makes a customer, and with MORE a product beside it. */
const program = `
const call = (path, body) => fetch('https://api.stripe.com' + path, {
  method: 'POST',
  headers: { authorization: 'Bearer ' + process.env.STRIPE_SECRET_KEY, 'content-type': 'application/x-www-form-urlencoded' },
  body,
})
const made = await call('/v1/customers', process.env.MORE ? 'name=Jo&phone=1' : 'name=Jo')
if (process.env.MORE) await call('/v1/payment_methods', 'type=card&card[token]=tok_visa')
process.exit(made.status === 200 ? 0 : 9)`
const run = ['--', process.execPath, '--input-type=module', '-e', program]

/** Each check starts a sandbox, runs the program, and verifies in a process of its own. */
const SLOW = 60_000

test('check writes a contract down, and then finds nothing new', { timeout: SLOW }, async () => {
  const first = await contracts(['check', '--consumer', 'till', '--update', ...run])
  expect(first.err).toBe('')
  expect(first.out).toContain('+ newly called: POST /v1/customers')
  expect(first.out).toContain('1 of 1 interactions are kept')
  expect(first.code).toBe(0)

  const again = await contracts(['check', '--locked', ...run])
  expect(again.out).toContain('till and stripe: as in the contract')
  expect(again.code).toBe(0)
})

test('check tells what is new, and with --locked fails', { timeout: SLOW }, async () => {
  const more = await contracts(
    ['check', '--locked', '--junit', 'junit.xml', '--code-quality', 'quality.json', ...run],
    { MORE: '1' },
  )
  expect(more.out).toContain('+ newly called: POST /v1/payment_methods')
  expect(more.out).toContain('+ newly sent: `phone` to POST /v1/customers')
  expect(more.code).toBe(1)
  expect(readFileSync(join(on.dir, 'junit.xml'), 'utf8')).toContain('<failure type="contract/new-called"')
  const quality = JSON.parse(readFileSync(join(on.dir, 'quality.json'), 'utf8'))
  expect(quality[0].location).toEqual({ path: 'pacts/till-stripe.json', lines: { begin: 1 } })
})

test('a program that fails is no contract: its exit code is ours', async () => {
  const { code, out } = await contracts([
    'check',
    '--consumer',
    'till',
    '--',
    process.execPath,
    '-e',
    'process.exit(7)',
  ])
  expect(code).toBe(7)
  expect(out).toContain('No contract was written')
})

test('drift reads a description of any kind and tells what it does not keep', async () => {
  const kept = await contracts(['drift', '--pacts', 'pacts'])
  expect(kept.out).toContain('all kept')
  expect(kept.code).toBe(0)

  writeFileSync(join(on.dir, 'next.yaml'), 'openapi: 3.0.3\ninfo: { title: Next, version: v9 }\npaths: {}\n')
  const gone = await contracts(['drift', '--vendor', 'stripe', '--against', 'next.yaml', '--github'])
  expect(gone.out).toContain('removed: there is no POST /v1/customers')
  expect(gone.out).toContain('::error file=pacts/till-stripe.json,line=')
  expect(gone.code).toBe(1)

  const json = await contracts(['drift', '--vendor', 'stripe', '--against', 'next.yaml', '--json'])
  expect(JSON.parse(json.out).drift[0].findings[0]).toMatchObject({
    consumer: 'till',
    kind: 'removed',
    severity: 'error',
  })
})

test('what is no description, no vendor and no contract is told apart', async () => {
  mkdirSync(join(on.dir, 'none'), { recursive: true })
  writeFileSync(join(on.dir, 'swagger.json'), '{"swagger": "2.0", "paths": {}}')
  expect((await contracts(['drift', '--pacts', 'none'])).err).toContain('There is no Pact file in none.')
  expect((await contracts(['drift', '--vendor', 'stripo'])).err).toContain("There is no contract with 'stripo'.")
  const against = async (name: string) => (await contracts(['drift', '--vendor', 'stripe', '--against', name])).err
  expect(await against('nothing-like-it')).toContain("No description is found at 'nothing-like-it'.")
  expect(await against('swagger.json')).toContain('swagger.json is a Swagger 2.0 document')
  expect(await against('none')).toContain('none cannot be read')
})

test('probe asks nobody without a test key, and does not write where nobody can be asked', async () => {
  const probe = ['probe', '--vendor', 'stripe', '--base-url', 'http://127.0.0.1:9']
  expect((await contracts(probe, { STRIPE_SECRET_KEY: '' })).err).toContain('No credential is in STRIPE_SECRET_KEY.')
  expect((await contracts(probe, { STRIPE_SECRET_KEY: 'sk_live_1' })).err).toContain('is a live one: nothing was sent')
  const asked = await contracts(probe, { STRIPE_SECRET_KEY: 'sk_test_1' })
  expect(asked.err).toContain('1 requests write to http://127.0.0.1:9')
  expect(asked.code).toBe(1)
  const other = await contracts(['probe', '--vendor', 'shop', '--base-url', 'http://127.0.0.1:9'])
  expect(other.err).toContain("How 'shop' tells test mode from live is not known here")
})
