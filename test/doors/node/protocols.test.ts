import { mkdtemp, rm } from 'node:fs/promises'
import {
  type ClientHttp2Session,
  connect,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import type { Exchange, Outcome } from '../../../src/engine/exchange.js'
import { describe, json } from '../support/echo.js'
import { once } from '../support/raw.js'

let dir = ''
let door: NodeDoor
let session: ClientHttp2Session
let ca = ''
let answer: (exchange: Exchange) => Outcome = (exchange) => json(describe(exchange))
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'standin-test-'))
  const tls = createLocalTls({ dir, domains: ['localhost'] })
  ca = (await tls.authority()).cert
  door = await createNodeDoor({ handle: async (exchange) => answer(exchange), tls, bodyLimit: 1000 })
  session = connect(`https://localhost:${door.port}`, { ca })
})
afterAll(async () => {
  await door.close()
  await rm(dir, { recursive: true })
})

/** One request over HTTP/2; `error` where the stream was reset. */
function h2(headers: OutgoingHttpHeaders, body?: string) {
  return new Promise<{ headers: IncomingHttpHeaders; text: string; error?: string }>((resolve) => {
    const stream = session.request(headers)
    const result: { headers: IncomingHttpHeaders; text: string; error?: string } = { headers: {}, text: '' }
    stream.setEncoding('utf8')
    stream.on('response', (received) => Object.assign(result.headers, received))
    stream.on('data', (text: string) => {
      result.text += text
    })
    stream.on('error', (error: Error & { code?: string }) => Object.assign(result, { error: error.code }))
    stream.on('close', () => resolve(result))
    stream.end(body)
  })
}

test('one port answers HTTP, HTTPS and HTTP/2', async () => {
  answer = (exchange) => json(describe(exchange))
  expect(await (await fetch(`${door.url}/a`)).json()).toMatchObject({ target: '/a', secure: false })

  const dispatcher = new Agent({ connect: { ca } })
  const secured = await request(`${door.httpsUrl}/b`, { dispatcher, method: 'POST', body: 'x=1' })
  expect(await secured.body.json()).toMatchObject({ target: '/b', secure: true, body: 'x=1', host: '127.0.0.1' })
  await dispatcher.close()

  const { text } = await h2({ ':method': 'POST', ':path': '/c?d', 'x-trace': '1' }, 'y=2')
  expect(JSON.parse(text)).toMatchObject({
    target: '/c?d',
    secure: true,
    body: 'y=2',
    host: 'localhost',
    method: 'POST',
  })
  expect(Object.keys(JSON.parse(text).headers).sort()).toEqual(['host', 'x-trace'])
})

test('HTTP/2 leaves out what belongs to a connection, and keeps the rest', async () => {
  const headers = { Connection: 'close', 'Transfer-Encoding': 'chunked', 'Set-Cookie': ['a=1', 'b=2'] }
  answer = () => ({ kind: 'reply', status: 201, headers, body: 'ok' })
  const { headers: received, text } = await h2({ ':path': '/' })
  expect(received).toMatchObject({ ':status': 201, 'content-length': '2', 'set-cookie': ['a=1', 'b=2'] })
  expect([text, received.connection, received['transfer-encoding']]).toEqual(['ok', undefined, undefined])
})

test('HEAD and a stream over HTTP/2', async () => {
  answer = () => ({ kind: 'reply', status: 200, headers: {}, body: 'hello' })
  expect(await h2({ ':path': '/', ':method': 'HEAD' })).toMatchObject({ text: '', headers: { 'content-length': '5' } })
  const stream = async function* () {
    yield 'a'
    yield Buffer.from('b')
  }
  answer = () => ({ kind: 'reply', status: 200, headers: {}, body: stream() })
  expect(await h2({ ':path': '/' })).toMatchObject({ text: 'ab' })
})

test('a body over the limit is a 413 over HTTP/2', async () => {
  answer = () => json({})
  const { headers, text } = await h2({ ':path': '/', ':method': 'POST' }, 'x'.repeat(1001))
  expect([headers[':status'], text]).toEqual([413, expect.stringContaining('1000 bytes')])
})

test('a reset is RST_STREAM, a failed stream is cut, and the session goes on', async () => {
  answer = () => ({ kind: 'reset' })
  expect(await h2({ ':path': '/' })).toMatchObject({ text: '', error: 'ERR_HTTP2_STREAM_ERROR' })
  const failing = async function* () {
    yield 'half'
    throw new Error('truncated on purpose')
  }
  answer = () => ({ kind: 'reply', status: 200, headers: {}, body: failing() })
  expect(await h2({ ':path': '/' })).toMatchObject({ text: 'half', error: 'ERR_HTTP2_STREAM_ERROR' })
  answer = () => json({ fine: true })
  expect((await h2({ ':path': '/' })).text).toBe('{"fine":true}')
})

test('a hang ends when the client gives up, and the signal says so', async () => {
  let gone: Promise<unknown> = Promise.resolve()
  const arrived = new Promise<void>((resolve) => {
    answer = ({ signal }) => {
      gone = new Promise((done) => signal?.addEventListener('abort', done))
      resolve()
      return { kind: 'hang' }
    }
  })
  const stream = session.request({ ':path': '/' })
  await arrived
  stream.close(constants.NGHTTP2_CANCEL)
  await gone
})

test('a reset over HTTPS is ECONNRESET', async () => {
  answer = () => ({ kind: 'reset' })
  const dispatcher = new Agent({ connect: { ca } })
  await expect(request(door.httpsUrl, { dispatcher })).rejects.toMatchObject({ code: 'ECONNRESET' })
  await dispatcher.close()
})

test('over HTTP/2 a body that never ends is given up, a long poll is not', async () => {
  let release: (outcome: Outcome) => void = () => {}
  const parked = new Promise<Outcome>((resolve) => {
    release = resolve
  })
  const tls = createLocalTls({ dir, domains: ['localhost'] })
  const hasty = await createNodeDoor({ handle: () => parked, tls, timeouts: { request: 50, keepAlive: 50 } })
  const client = connect(`https://localhost:${hasty.port}`, { ca })
  const poll = client.request({ ':path': '/poll' })
  const endless = client.request({ ':path': '/endless', ':method': 'POST' })
  endless.on('error', () => {})
  endless.write('half')
  await once(endless, 'close')
  expect(poll.closed).toBe(false)
  release(json({ late: true }))
  expect(String(await once(poll, 'data'))).toBe('{"late":true}')
  client.destroy()
  await hasty.close()
})

test('close ends a session in the middle of a hang', async () => {
  answer = () => ({ kind: 'hang' })
  const stream = session.request({ ':path': '/' })
  stream.on('error', () => {})
  const closed = once(session, 'close')
  await door.close()
  await closed
})
