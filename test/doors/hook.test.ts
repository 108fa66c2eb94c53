import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compileHook, linkPackages } from './support/hook.js'
import { run } from './support/programs.js'
import { useVendors } from './support/vendors.js'

const vendors = useVendors()
let env: NodeJS.ProcessEnv = {}
beforeAll(async () => {
  await linkPackages(vendors.dir)
  const hook = await compileHook(vendors.dir)
  const settings = { hosts: vendors.hosts, caPath: vendors.caPath }
  env = { NODE_OPTIONS: `--import=${hook}`, STANDIN_HOOK: JSON.stringify(settings) }
})

let count = 0
/** Runs a program as a child process with the hook: an ES module, or CommonJS for '.cjs'. */
async function program(source: string, extension: '.mjs' | '.cjs' = '.mjs', more: NodeJS.ProcessEnv = {}) {
  const file = join(vendors.dir, `program-${++count}${extension}`)
  await writeFile(file, source)
  return run(process.execPath, [file], { ...env, ...more })
}

const HIT = /"target":"\/v1\/x".*"host":"api.acme.test".*"secure":true/
const collect = `async (response) => { let text = ''; for await (const chunk of response) text += chunk; console.log(text) }`

test.each([
  ['fetch', `console.log(await (await fetch('https://api.acme.test/v1/x')).text())`],
  [
    'npm undici fetch with its own Agent',
    `import { Agent, fetch } from 'undici'
     console.log(await (await fetch('https://api.acme.test/v1/x', { dispatcher: new Agent() })).text())`,
  ],
  [
    'undici Pool',
    `import { Pool } from 'undici'
     const { body } = await new Pool('https://api.acme.test').request({ path: '/v1/x', method: 'GET' })
     console.log(await body.text()); process.exit()`,
  ],
  [
    'axios',
    `import axios from 'axios'; console.log(JSON.stringify((await axios.get('https://api.acme.test/v1/x')).data))`,
  ],
  ['https.get, default import', `import https from 'node:https'; https.get('https://api.acme.test/v1/x', ${collect})`],
  ['https.get, named import', `import { get } from 'node:https'; get('https://api.acme.test/v1/x', ${collect})`],
  [
    'https.get, namespace import, own Agent and CA',
    `import * as https from 'node:https'; import { rootCertificates } from 'node:tls'
     const agent = new https.Agent({ keepAlive: true, ca: rootCertificates[0] })
     https.get('https://api.acme.test/v1/x', { agent }, async (response) => { await (${collect})(response); process.exit() })`,
  ],
  [
    'https.get, context made before',
    `import https from 'node:https'; import { createSecureContext } from 'node:tls'
     https.get('https://api.acme.test/v1/x', { secureContext: createSecureContext() }, ${collect})`,
  ],
  [
    'an address and SNI',
    `import { request } from 'node:https'
     const to = { host: '192.0.2.1', servername: 'api.acme.test', path: '/v1/x', headers: { host: 'api.acme.test' } }
     request(to, ${collect}).end()`,
  ],
  [
    'http2.connect',
    `import { connect } from 'node:http2'
     const session = connect('https://api.acme.test')
     const stream = session.request({ ':path': '/v1/x' })
     await (${collect})(stream); session.close()`,
  ],
])('%s reaches the stand-in with TLS', async (_client, source) => {
  const { stdout, stderr } = await program(source)
  expect(stderr).toBe('')
  expect(stdout).toMatch(HIT)
})

test('CommonJS reaches the stand-in', async () => {
  const source = `const { get } = require('https'); get('https://api.acme.test/v1/x', ${collect})`
  expect((await program(source, '.cjs')).stdout).toMatch(HIT)
})

test("Stripe's own SDK reaches the stand-in, unmodified", async () => {
  const source = `import Stripe from 'stripe'
    const options = [{}, { httpClient: Stripe.createFetchHttpClient() }]
    for (const option of options) {
      const stripe = new Stripe('sk_test_abc', option)
      console.log(JSON.stringify(await stripe.customers.retrieve('cus_1')))
    }`
  const { stdout } = await program(source)
  expect(stdout.match(/"target":"\/v1\/customers\/cus_1","host":"api.stripe.com"/g)).toHaveLength(2)
})

test('a child of a child reaches it too, and a worker', async () => {
  const inner = join(vendors.dir, 'inner.mjs')
  await writeFile(inner, `console.log(await (await fetch('https://api.acme.test/v1/x')).text())`)
  const child = `import { spawn } from 'node:child_process'; spawn(process.execPath, [${JSON.stringify(inner)}], { stdio: 'inherit' })`
  expect((await program(child)).stdout).toMatch(HIT)
  const worker = `import { Worker } from 'node:worker_threads'; new Worker(${JSON.stringify(inner)})`
  expect((await program(worker)).stdout).toMatch(HIT)
})

test('plain http and other ports lead to the stand-in as well, never to the vendor', async () => {
  const source = `import http from 'node:http'; import net from 'node:net'
    console.log(await (await fetch('http://api.acme.test/v1/plain')).text())
    console.log(await (await fetch('https://api.acme.test:8443/v1/port')).text())
    http.get('http://api.acme.test:8080/v1/get', ${collect})
    const socket = net.connect(80, 'api.acme.test', () => socket.end('GET /v1/raw HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n'))
    socket.pipe(process.stdout)`
  const { stdout } = await program(source)
  for (const path of ['plain', 'port', 'get', 'raw']) expect(stdout).toContain(`"target":"/v1/${path}"`)
})

test.each([
  ['https', `import https from 'node:https'; https.get('https://api.absent.test/').on('error', show)`],
  [
    'an address and SNI',
    `import tls from 'node:tls'; tls.connect({ host: '192.0.2.1', port: 443, servername: 'a.absent.test' }).on('error', show)`,
  ],
  ['plain http', `import http from 'node:http'; http.get('http://api.absent.test:8080/').on('error', show)`],
  ['net', `import { connect } from 'node:net'; connect(443, 'api.absent.test').on('error', show)`],
  ['http2', `import { connect } from 'node:http2'; connect('https://api.absent.test').on('error', show)`],
  ['fetch', `fetch('https://api.absent.test/').catch((error) => show(error.cause))`],
])('a vendor that is not started is refused: %s', async (_client, source) => {
  const { stdout } = await program(`const show = (error) => console.log(error.code, error.message)\n${source}`)
  expect(stdout).toMatch(/^ECONNREFUSED connect ECONNREFUSED .*absent.test.*it belongs to absent, which is not started/)
})

test('a tunnel through a proxy that is not ours is not used for a vendor', async () => {
  const source = `import net from 'node:net'; import tls from 'node:tls'
    const elsewhere = net.createServer(() => console.log('let through')).listen(0, '127.0.0.1', () => {
      const socket = net.connect(elsewhere.address().port, '127.0.0.1', () => {
        const secured = tls.connect({ socket, servername: 'api.acme.test' }, () => {
          secured.write('GET /v1/x HTTP/1.1\\r\\nHost: api.acme.test\\r\\nConnection: close\\r\\n\\r\\n')
        })
        secured.on('data', (chunk) => console.log(String(chunk))).on('close', () => process.exit())
      })
    })`
  const { stdout } = await program(source)
  expect(stdout).toMatch(HIT)
})

test('without the hook the same program does not trust, and does not reach, the stand-in', async () => {
  const source = `fetch('https://localhost:${vendors.door.port}/').catch((error) => console.log(error.cause.code))`
  expect((await program(source, '.mjs', { NODE_OPTIONS: '' })).stdout).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE\n')
})

test('other traffic is left alone: our CA is not trusted for it, and it goes where it went', async () => {
  const source = `
    console.log(await (await fetch('${vendors.other.url}/plain')).text())
    await fetch('https://localhost:${vendors.other.port}/').catch((error) => console.log(error.cause.code))`
  const { stdout } = await program(source)
  expect(stdout).toMatch(/"other":.*"target":"\/plain"[\s\S]*UNABLE_TO_VERIFY_LEAF_SIGNATURE/)
})

test('settings that cannot be read end the program: it must not go on to the real vendor', async () => {
  const { status, stdout, stderr } = await program(`console.log('ran')`, '.mjs', { STANDIN_HOOK: '{"hosts":' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('STANDIN_HOOK does not hold what Standin wrote there')
  expect(await program(`console.log('ran')`, '.mjs', { STANDIN_HOOK: '' })).toMatchObject({
    stdout: 'ran\n',
    stderr: '',
  })
})
