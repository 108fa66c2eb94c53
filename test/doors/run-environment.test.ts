import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProxy, type ProxyDoor } from '../../src/doors/proxy.js'
import { runEnvironment } from '../../src/doors/run-environment.js'
import { openAuthority } from '../../src/doors/tls/ca.js'
import { type TrustFiles, writeTrustFiles } from '../../src/doors/tls/trust-files.js'
import { compileHook, linkPackages } from './support/hook.js'
import { isInstalled, run } from './support/programs.js'
import { useVendors } from './support/vendors.js'

const vendors = useVendors()
let proxy: ProxyDoor
let trust: TrustFiles
let hookUrl = ''
beforeAll(async () => {
  await linkPackages(vendors.dir)
  hookUrl = await compileHook(vendors.dir)
  proxy = await createProxy({ hosts: vendors.hosts })
  const domains = ['acme.test', 'stripe.com', 'localhost']
  trust = await writeTrustFiles(await openAuthority({ dir: vendors.dir, domains }), {})
})
afterAll(() => proxy.close())

const environment = (base: NodeJS.ProcessEnv = {}) =>
  runEnvironment({ ...trust, hosts: vendors.hosts, proxyPort: proxy.port, hookUrl, base })

async function program(name: string, source: string): Promise<string> {
  const file = join(vendors.dir, name)
  await writeFile(file, source)
  return file
}

const HIT = /"target":"\/v1\/x".*"host":"api.acme.test"/

test("the user's own settings are kept, and ours added", () => {
  const env = environment({
    FOO: 'bar',
    NODE_OPTIONS: '--max-old-space-size=512',
    JAVA_TOOL_OPTIONS: '-Xmx1g',
    NODE_EXTRA_CA_CERTS: '/corp.pem',
    HTTPS_PROXY: 'http://corp:3128',
  })
  expect(env).toMatchObject({
    FOO: 'bar',
    NODE_OPTIONS: `--max-old-space-size=512 --import=${hookUrl}`,
    JAVA_TOOL_OPTIONS: expect.stringMatching(/^-Xmx1g -Djavax.net.ssl.trustStore=/),
    NODE_EXTRA_CA_CERTS: trust.bundlePath,
    HTTPS_PROXY: proxy.url,
    https_proxy: proxy.url,
  })
  expect(environment(env).NODE_OPTIONS).toBe(env.NODE_OPTIONS)
  expect(environment().NODE_EXTRA_CA_CERTS).toBe(trust.caPath)
})

test('NO_PROXY keeps what is no vendor, and loses what would lead past the proxy', () => {
  const own = 'corp.example, .internal,10.0.0.0/8 *,acme.test,.stripe.com:443,api.acme.test,*.test,x.my.acme.test'
  expect(environment({ NO_PROXY: own, no_proxy: 'other.example' }).no_proxy).toBe(
    'localhost,127.0.0.1,::1,corp.example,.internal,10.0.0.0/8,other.example',
  )
})

test('trust files are written once and hold the bundle that the user had', async () => {
  const domains = ['acme.test', 'stripe.com', 'localhost']
  const authority = await openAuthority({ dir: vendors.dir, domains })
  expect(await writeTrustFiles(authority, {})).toEqual(trust)
  const other = await openAuthority({ dir: vendors.dir, domains: ['corp.test'] })
  const mixed = await writeTrustFiles(authority, { SSL_CERT_FILE: other.caPath })
  expect(mixed.bundlePath).not.toBe(trust.bundlePath)
})

test.each([
  ['fetch', `console.log(await (await fetch('https://api.acme.test/v1/x')).text())`],
  [
    'axios, which honours the proxy itself',
    `import axios from 'axios'; console.log(JSON.stringify((await axios.get('https://api.acme.test/v1/x')).data))`,
  ],
  [
    'undici by the proxy of the environment',
    `import { EnvHttpProxyAgent, fetch } from 'undici'
     const dispatcher = new EnvHttpProxyAgent()
     console.log(await (await fetch('https://api.acme.test/v1/x', { dispatcher })).text()); process.exit()`,
  ],
])('a Node program reaches the stand-in: %s', async (_client, source) => {
  const { stdout, stderr } = await run(process.execPath, [await program('program.mjs', source)], environment())
  expect(stderr).toBe('')
  expect(stdout).toMatch(HIT)
})

test('a Node program reaches what is no vendor, with or without the proxy', async () => {
  const source = `import { ProxyAgent, fetch as proxied } from 'undici'
    console.log(await (await fetch('${vendors.other.url}/direct')).text())
    const dispatcher = new ProxyAgent(process.env.HTTPS_PROXY)
    console.log(await (await proxied('https://localhost:${vendors.other.port}/tunnel', { dispatcher })).text()); process.exit()`
  const { stdout } = await run(process.execPath, [await program('other.mjs', source)], environment())
  expect(stdout).toMatch(/"other":.*"target":"\/direct"[\s\S]*"other":.*"target":"\/tunnel"/)
})

test.skipIf(!isInstalled('curl', '--version'))('curl needs no option', async () => {
  expect((await run('curl', ['-sS', 'https://api.acme.test/v1/x'], environment())).stdout).toMatch(HIT)
  const refused = await run('curl', ['-sS', 'https://api.absent.test/'], environment())
  expect([refused.status, refused.stdout]).toEqual([expect.any(Number), ''])
  expect(refused.stderr).toContain('502')
})

test.skipIf(!isInstalled('python3', '--version'))('Python needs no option', async () => {
  const source = 'import urllib.request as r; print(r.urlopen("https://api.acme.test/v1/x").read().decode())'
  expect((await run('python3', ['-c', source], environment())).stdout).toMatch(HIT)
})

test.skipIf(!isInstalled('python3', '-c', 'import requests'))('Python with requests needs no option', async () => {
  const source = 'import requests; print(requests.get("https://api.acme.test/v1/x").text)'
  expect((await run('python3', ['-c', source], environment())).stdout).toMatch(HIT)
})

test.skipIf(!isInstalled('java', '-version'))('Java needs no option, and is refused what is not started', async () => {
  const file = await program('Get.java', GET_JAVA)
  const { stdout } = await run('java', [file, 'https://api.acme.test/v1/x', 'https://api.absent.test/'], environment())
  expect(stdout).toMatch(HIT)
  expect(stdout).toMatch(/refused: .*502/)
})

const GET_JAVA = `
import java.net.*;
class Get {
  public static void main(String[] urls) throws Exception {
    for (var url : urls) {
      try (var in = new URL(url).openStream()) {
        System.out.println(new String(in.readAllBytes()));
      } catch (java.io.IOException error) {
        System.out.println("refused: " + error.getMessage());
      }
    }
  }
}
`
