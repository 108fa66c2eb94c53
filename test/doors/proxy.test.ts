import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../src/doors/listen.js'
import { createProxy, type ProxyDoor } from '../../src/doors/proxy.js'
import { json } from './support/echo.js'
import { isInstalled, run } from './support/programs.js'
import { once, open, raw } from './support/raw.js'
import { useVendors } from './support/vendors.js'

const vendors = useVendors()
let proxy: ProxyDoor
beforeAll(async () => {
  proxy = await createProxy({ hosts: vendors.hosts })
})
afterAll(() => proxy.close())

const curl = (...args: string[]) =>
  run('curl', ['-sS', '-i', '--max-time', '10', '--proxy', proxy.url, '--cacert', vendors.caPath, ...args])
const get = (url: string, host: string) => `GET ${url} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`

test.skipIf(!isInstalled('curl', '--version'))(
  'curl reaches a vendor by its own name, certificate checked',
  async () => {
    const { stdout } = await curl('https://na7.my.acme.test/v1/x?y=1', '-d', 'a=b')
    expect(stdout).toContain('"target":"/v1/x?y=1","host":"na7.my.acme.test"')
    expect(stdout).toContain('"body":"a=b"')
    const distrusting = await run('curl', [
      '-sS',
      '--proxy',
      proxy.url,
      '--cacert',
      '/dev/null',
      'https://api.acme.test/',
    ])
    expect(distrusting).toMatchObject({ status: expect.not.toBeOneOf([0]), stdout: '' })
  },
)

test.skipIf(!isInstalled('curl', '--version'))('curl is refused a vendor that is not started', async () => {
  const { stdout, stderr } = await curl('https://api.absent.test/')
  expect(stdout).toMatch(/^HTTP\/1.1 502 [\s\S]*X-Standin-Error: .*api.absent.test: it belongs to absent/)
  expect(stderr).toMatch(/502/)
  expect((await curl('http://api.absent.test/')).stdout).toMatch(/^HTTP\/1.1 502 [\s\S]*X-Standin-Error: .*absent/)
})

test.skipIf(!isInstalled('python3', '--version'))(
  'Python reaches a vendor by HTTPS_PROXY and SSL_CERT_FILE',
  async () => {
    const program = 'import urllib.request as r; print(r.urlopen("https://api.acme.test/from-python").read().decode())'
    const env = { HTTPS_PROXY: proxy.url, SSL_CERT_FILE: vendors.caPath }
    expect((await run('python3', ['-c', program], env)).stdout).toContain(
      '"target":"/from-python","host":"api.acme.test"',
    )
    const distrusting = await run('python3', ['-c', program], { HTTPS_PROXY: proxy.url })
    expect(distrusting.stderr).toContain('CERTIFICATE_VERIFY_FAILED')
  },
)

test('plain http to a vendor, in absolute form, is answered by its stand-in', async () => {
  expect(await raw(proxy.port, get('http://api.acme.test/v1/x?y=1', 'api.acme.test'))).toMatch(
    /^HTTP\/1.1 200 [\s\S]*"target":"\/v1\/x\?y=1","host":"api.acme.test"/,
  )
  expect(await raw(proxy.port, get('https://api.acme.test/v1/x', 'api.acme.test'))).toContain('"target":"/v1/x"')
})

test('a host that is no vendor is passed on untouched, in a tunnel and in absolute form', async () => {
  const { port } = vendors.other
  const tunnelled = await raw(proxy.port, `CONNECT localhost:${port} HTTP/1.1\r\nHost: x\r\n\r\n${get('/in', 'abc')}`)
  expect(tunnelled).toMatch(/^HTTP\/1.1 200 Connection Established\r\n\r\nHTTP\/1.1 200 [\s\S]*"other":.*"host":"abc"/)
  const forwarded = await raw(proxy.port, get(`http://localhost:${port}/out`, 'ignored'))
  expect(forwarded).toMatch(/^HTTP\/1.1 200 [\s\S]*"other":.*"target":"\/out","host":"localhost"/)
})

test('what cannot be reached is a 502 that says why; what is no proxy request is a 400', async () => {
  expect(await raw(proxy.port, 'CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(
    /^HTTP\/1.1 502 .*\r\nX-Standin-Error: .*ECONNREFUSED/,
  )
  expect(await raw(proxy.port, get('http://127.0.0.1:1/', 'x'))).toMatch(/^HTTP\/1.1 502 [\s\S]*ECONNREFUSED/)
  expect(await raw(proxy.port, 'CONNECT nonsense HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  expect(await raw(proxy.port, get('/', 'x'))).toMatch(/^HTTP\/1.1 400 [\s\S]*set it as HTTPS_PROXY/)
  expect(await raw(proxy.port, 'hello\r\n\r\n')).toBe('')
})

test("a stand-in's reset goes through", async () => {
  const before = vendors.answer
  vendors.answer = () => ({ kind: 'reset' })
  const connect = 'CONNECT api.acme.test:80 HTTP/1.1\r\nHost: x\r\n\r\n'
  expect(await raw(proxy.port, connect + get('/', 'api.acme.test'))).toBe('reset')
  expect(await raw(proxy.port, get('http://api.acme.test/', 'x'))).toBe('reset')
  vendors.answer = before
})

test('an answer longer than any buffer comes whole', async () => {
  const before = vendors.answer
  const text = 'x'.repeat(5_000_000)
  vendors.answer = () => json(text)
  const connect = 'CONNECT api.acme.test:80 HTTP/1.1\r\nHost: x\r\n\r\n'
  expect((await raw(proxy.port, connect + get('/', 'api.acme.test'))).length).toBeGreaterThan(text.length)
  expect((await raw(proxy.port, get('http://api.acme.test/', 'x'))).length).toBeGreaterThan(text.length)
  vendors.answer = before
})

test('a client that leaves ends its tunnel, and close ends the rest', async () => {
  const own = await createProxy({ hosts: vendors.hosts })
  const socket = await open(own.port, 'CONNECT api.acme.test:443 HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'data')
  const closed = once(socket, 'close')
  await own.close()
  await closed
})

test('other hosts go through the proxy that the user has, and vendors do not', async () => {
  const { port } = vendors.other
  const seen: string[] = []
  const corporate = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization']}`)
    response.end('by the corporate proxy')
  })
  corporate.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization']}`)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  const corporatePort = await listen(corporate, '127.0.0.1', 0)
  const chained = await createProxy({ hosts: vendors.hosts, upstream: `http://me:p%40ss@127.0.0.1:${corporatePort}` })
  const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
  expect(await raw(chained.port, `CONNECT localhost:${port} HTTP/1.1\r\nHost: x\r\n\r\n`)).toBe(
    'HTTP/1.1 403 Forbidden\r\n\r\n',
  )
  expect(await raw(chained.port, get('http://other.example/a?b', 'x'))).toContain('by the corporate proxy')
  expect(await raw(chained.port, get('http://api.acme.test/', 'x'))).toContain('"host":"api.acme.test"')
  expect(seen).toEqual([`CONNECT localhost:${port} ${basic}`, `GET http://other.example/a?b ${basic}`])
  await chained.close()
  corporate.close()
})

test('a proxy of the user that cannot be used is told, without its password', async () => {
  const started = createProxy({ hosts: [], upstream: 'socks5://me:secret@127.0.0.1:1' })
  await expect(started).rejects.toThrow(/^(?!.*secret)Cannot go through the proxy/)
})
