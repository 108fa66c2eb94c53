import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import { describe, echo, json } from '../support/echo.js'
import { open, raw } from '../support/raw.js'

let door: NodeDoor
beforeAll(async () => {
  door = await createNodeDoor({ handle: echo, vendor: 'acme', bodyLimit: 1000 })
})
afterAll(() => door.close())

test('a GET arrives with method, target, host, headers and peer', async () => {
  const response = await fetch(`${door.url}/v1/customers?limit=3&expand%5B%5D=data`, { headers: { 'X-Trace': 'a' } })
  expect(await response.json()).toMatchObject({
    method: 'GET',
    target: '/v1/customers?limit=3&expand%5B%5D=data',
    host: '127.0.0.1',
    headers: { 'x-trace': 'a' },
    secure: false,
    vendor: 'acme',
    peer: '127.0.0.1',
    body: '',
  })
})

test('a body arrives whole, sized or chunked', async () => {
  const sized = await fetch(`${door.url}/`, { method: 'POST', body: 'name=Jenny' })
  expect(await sized.json()).toMatchObject({ method: 'POST', body: 'name=Jenny' })
  const chunked = await raw(
    door.port,
    'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n',
    '4\r\nname\r\n6\r\n=Jenny\r\n0\r\n\r\n',
  )
  expect(chunked).toContain('"body":"name=Jenny"')
})

test('a body over the limit is answered with 413, announced or not', async () => {
  const announced = await fetch(`${door.url}/`, { method: 'POST', body: 'x'.repeat(1001) })
  expect(announced.status).toBe(413)
  expect(await announced.json()).toMatchObject({ error: { message: expect.stringContaining('1000 bytes') } })
  const chunk = `${(1001).toString(16)}\r\n${'x'.repeat(1001)}\r\n`
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
  expect(await raw(door.port, head, chunk, '0\r\n\r\n')).toMatch(/^HTTP\/1.1 413 [\s\S]*Connection: close/)
  const allowed = await fetch(`${door.url}/`, { method: 'POST', body: 'x'.repeat(1000) })
  expect(allowed.status).toBe(200)
})

test('Expect: 100-continue is granted, and not where the body would be refused', async () => {
  const head = (length: number) =>
    `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`
  expect(await raw(door.port, head(2), 'ok')).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 [\s\S]*"body":"ok"/)
  expect(await raw(door.port, head(5000))).toMatch(/^HTTP\/1.1 413 /)
})

test('the absolute form of a target is taken apart', async () => {
  const answer = await raw(
    door.port,
    'GET http://API.acme.test:80/v1/x?y=1 HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n',
  )
  expect(answer).toContain('"target":"/v1/x?y=1","host":"api.acme.test"')
})

test('keep-alive serves several requests on one connection', async () => {
  const get = (path: string, connection: string) =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`
  const answer = await raw(door.port, get('/1', 'keep-alive'), get('/2', 'keep-alive'), get('/3', 'close'))
  expect(answer.match(/"target":"\/\d"/g)).toEqual(['"target":"/1"', '"target":"/2"', '"target":"/3"'])
})

test.each([
  ['no HTTP at all', 'hello there\r\n\r\n', '400'],
  ['a bad method', 'G@T / HTTP/1.1\r\nHost: x\r\n\r\n', '400'],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
  ['a bad header', 'GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n', '400'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', '400'],
  [
    'length and chunked',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
    '400',
  ],
  ['a bad chunk size', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', '400'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`, '431'],
  ['HTTP/2 without TLS', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400'],
])('%s is refused, and the door stays open', async (_what, bytes, status) => {
  expect(await raw(door.port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*Connection: close`))
  expect((await fetch(door.url)).status).toBe(200)
})

test('a client that leaves in the middle of its body hands nothing on', async () => {
  const seen: string[] = []
  const other = await createNodeDoor({
    handle: async (exchange) => {
      seen.push(exchange.target)
      return json(describe(exchange))
    },
  })
  for (const framing of ['Content-Length: 10', 'Transfer-Encoding: chunked']) {
    const socket = await open(other.port, `POST /half HTTP/1.1\r\nHost: x\r\n${framing}\r\n\r\n5\r\nabc`)
    socket.destroy()
  }
  await fetch(`${other.url}/whole`)
  expect(seen).toEqual(['/whole'])
  await other.close()
})

test('a request that is not complete in time is ended', async () => {
  const hasty = await createNodeDoor({
    handle: echo,
    timeouts: { handshake: 50, headers: 50, request: 50, linger: 10 },
  })
  expect(await raw(hasty.port, 'GET / HTTP/1.1\r\nHost')).toMatch(/^HTTP\/1.1 408 /)
  expect(await raw(hasty.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')).toMatch(/^HTTP\/1.1 408 /)
  expect(await raw(hasty.port)).toBe('')
  await hasty.close()
})
