import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import { makeLeaf } from '../../../src/doors/tls/certificates.js'
import { createLocalTls, type LocalTls } from '../../../src/doors/tls/local-tls.js'
import type { Flaw } from '../../../src/doors/tls/provider.js'
import { echo } from '../support/echo.js'
import { raw } from '../support/raw.js'
import { DOMAINS } from '../support/tls.js'

let dir = ''
let tls: LocalTls
let door: NodeDoor
let ca = ''
let flaw: Flaw | undefined
const flaws = {
  next: () => flaw,
  get soon() {
    return flaw !== undefined
  },
}
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'standin-test-'))
  tls = createLocalTls({ dir, domains: DOMAINS })
  door = await createNodeDoor({ handle: echo, tls, flaws })
  ca = (await tls.authority()).cert
})
afterAll(async () => {
  await door.close()
  await rm(dir, { recursive: true })
})

/** Connects as a client that wants `servername`, and gives 'ok' or the error's code (its message, where node has no code). */
function shake(servername: string, options: { ca?: string; port?: number } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: door.port, servername, ca, ...options }, () => {
      socket.destroy()
      resolve('ok')
    })
    socket.on('error', (error: Error & { code?: string }) =>
      resolve(error.code === undefined || error.code === 'UNSPECIFIED' ? error.message : error.code),
    )
  })
}

test('every permitted name has a certificate that this CA vouches for', async () => {
  expect(await shake('api.acme.test')).toBe('ok')
  expect(await shake('deep.down.VENDOR.example')).toBe('ok')
  expect(await shake('localhost')).toBe('ok')
})

test('without our CA the certificate is refused', async () => {
  const { ca: _none, ...withoutCa } = { ca, port: door.port }
  const code = await new Promise((resolve) => {
    connect({ host: '127.0.0.1', servername: 'api.acme.test', ...withoutCa }).on('error', (error) =>
      resolve('code' in error ? error.code : error.message),
    )
  })
  expect(code).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
})

test('an address without a name is served too', async () => {
  const status = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: door.port, ca, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(200)
})

test('a name outside the list is told that the certificate is not its own', async () => {
  expect(await shake('evil.example.com')).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
})

test('even a certificate that the CA signed for another name is refused: its name constraints say so', async () => {
  const authority = await tls.authority()
  const validity = { notBefore: new Date(Date.now() - 1000), notAfter: new Date(Date.now() + 60_000) }
  const evil = await makeLeaf(authority, ['evil.example.com'], validity)
  const good = await makeLeaf(authority, ['good.acme.test'], validity)
  const { createSecureContext } = await import('node:tls')
  const other = await createNodeDoor({
    handle: echo,
    tls: {
      defaultCertificate: async () => good,
      contextFor: async (name) => createSecureContext(name.startsWith('evil') ? evil : good),
    },
  })
  expect(await shake('good.acme.test', { port: other.port })).toBe('ok')
  expect(await shake('evil.example.com', { port: other.port })).toBe('permitted subtree violation')
  await other.close()
})

test.each<[Flaw, string]>([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['not-yet-valid', 'CERT_NOT_YET_VALID'],
  ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('a certificate can be %s on purpose', async (kind, code) => {
  flaw = kind
  expect(await shake('api.acme.test')).toBe(code)
  flaw = undefined
  expect(await shake('api.acme.test')).toBe('ok')
})

test('a client that names no host sees it too, and so does one that would resume a session', async () => {
  const { Agent } = await import('node:https')
  const agent = new Agent({ keepAlive: true, maxCachedSessions: 10 })
  const ask = (options: object) =>
    new Promise((resolve) => {
      request({ host: '127.0.0.1', port: door.port, ca, ...options }, (response) => {
        response.resume()
        response.on('end', () => resolve(response.headers.connection))
      })
        .on('error', (error: Error & { code?: string }) => resolve(error.code))
        .end()
    })
  expect(await ask({ agent, servername: 'api.acme.test' })).toBe('keep-alive')
  flaw = 'expired'
  // The open connection is used once more, and is the last to be.
  expect(await ask({ agent, servername: 'api.acme.test' })).toBe('close')
  expect(await ask({ agent, servername: 'api.acme.test' })).toBe('CERT_HAS_EXPIRED')
  expect(await ask({ agent: false })).toBe('CERT_HAS_EXPIRED')
  flaw = undefined
  expect(await ask({ agent: false })).toBe('close')
  agent.destroy()
})

test('a broken handshake ends that connection only', async () => {
  expect(await raw(door.port, Buffer.from([0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5]))).not.toContain('HTTP')
  expect(await shake('api.acme.test')).toBe('ok')
})

test('a handshake that is not finished in time is cut', async () => {
  const hasty = await createNodeDoor({ handle: echo, tls, timeouts: { handshake: 50 } })
  expect(await raw(hasty.port, Buffer.from([0x16, 3, 1, 2, 0, 1, 0]))).toBe('')
  await hasty.close()
})

test('a port without TLS cuts a handshake', async () => {
  const plain = await createNodeDoor({ handle: echo })
  expect(await shake('api.acme.test', { port: plain.port })).toBe('ECONNRESET')
  await plain.close()
})

test('a second start makes no certificate: root and leaf are read', async () => {
  const again = createLocalTls({ dir, domains: DOMAINS })
  expect((await again.authority()).cert).toBe(ca)
  const first = await createLocalTls({ dir, domains: DOMAINS }).defaultCertificate()
  expect(await again.defaultCertificate()).toEqual(first)
})
