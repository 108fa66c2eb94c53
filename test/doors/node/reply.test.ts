import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor, type NodeDoor } from '../../../src/doors/node/node-door.js'
import type { Exchange, Outcome } from '../../../src/engine/exchange.js'
import { json } from '../support/echo.js'
import { once, open, raw } from '../support/raw.js'

let door: NodeDoor
let answer: (exchange: Exchange) => Outcome | Promise<Outcome> = () => json({})
beforeAll(async () => {
  door = await createNodeDoor({ handle: async (exchange) => answer(exchange), timeouts: { stall: 200 } })
})
afterAll(() => door.close())

const reply = (body: string | Uint8Array | AsyncIterable<string | Uint8Array>, status = 200): Outcome => ({
  kind: 'reply',
  status,
  headers: { 'Content-Type': 'text/plain', 'Set-Cookie': ['a=1', 'b=2'] },
  body,
})
const close = (method: string) => `${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`

test('strings and bytes are sent with their length in bytes', async () => {
  answer = () => reply('grüß')
  const text = await fetch(door.url)
  expect([await text.text(), text.headers.get('content-length')]).toEqual(['grüß', '6'])
  expect(text.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  answer = () => reply(Uint8Array.of(0, 255))
  expect([...new Uint8Array(await (await fetch(door.url)).arrayBuffer())]).toEqual([0, 255])
})

test('HEAD has the length and no body; 204 has neither', async () => {
  answer = () => reply('hello')
  expect(await raw(door.port, close('HEAD'))).toMatch(/Content-Length: 5[\s\S]*\r\n\r\n$/)
  answer = () => reply('', 204)
  expect(await raw(door.port, close('GET'))).not.toMatch(/content-length/i)
})

test('a stream is sent as it comes', async () => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  answer = () =>
    reply(
      (async function* () {
        yield 'first'
        await released
        yield new TextEncoder().encode('second')
      })(),
    )
  const reader = (await fetch(door.url)).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
  release()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('second')
  expect((await reader?.read())?.done).toBe(true)
})

test('a stream stops when the client goes, and the signal tells so', async () => {
  let aborted: Promise<unknown> = Promise.resolve()
  let returned = () => {}
  const stopped = new Promise<void>((resolve) => {
    returned = resolve
  })
  answer = ({ signal }) => {
    aborted = new Promise((resolve) => signal?.addEventListener('abort', resolve))
    return reply(
      (async function* () {
        try {
          for (;;) yield 'x'.repeat(10_000)
        } finally {
          returned()
        }
      })(),
    )
  }
  const socket = await open(door.port, close('GET'))
  await once(socket, 'data')
  socket.destroy()
  await aborted
  await stopped
})

test('a stream for a client that has left already is not begun, but ended', async () => {
  const seen: string[] = []
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const ended = new Promise<void>((resolve) => {
    answer = async ({ signal }) => {
      arrive()
      await new Promise((left) => signal?.addEventListener('abort', left))
      return reply({
        [Symbol.asyncIterator]: () => ({
          next: async () => {
            seen.push('next')
            return { done: true, value: undefined }
          },
          return: async () => {
            resolve()
            return { done: true, value: undefined }
          },
        }),
      })
    }
  })
  const socket = await open(door.port, close('GET'))
  await arrived
  socket.destroy()
  await ended
  expect(seen).toEqual([])
})

test('a client that does not read is waited for, but not for ever', async () => {
  let chunks = 0
  let returned = () => {}
  const stopped = new Promise<void>((resolve) => {
    returned = resolve
  })
  answer = () =>
    reply(
      (async function* () {
        try {
          for (; chunks < 10_000; chunks++) yield 'x'.repeat(10_000)
        } finally {
          returned()
        }
      })(),
    )
  const socket = await open(door.port, close('GET'))
  socket.pause()
  await stopped
  expect(chunks).toBeLessThan(10_000)
  socket.destroy()
})

test('a stream that fails cuts the answer short', async () => {
  answer = () =>
    reply(
      (async function* () {
        yield 'half'
        throw new Error('truncated on purpose')
      })(),
    )
  const response = await fetch(door.url)
  await expect(response.text()).rejects.toThrow()
})

test('reset is ECONNRESET before a byte', async () => {
  answer = () => ({ kind: 'reset' })
  expect(await raw(door.port, close('GET'))).toBe('reset')
})

test('hang keeps the connection until the client gives up', async () => {
  let gone: Promise<unknown> = Promise.resolve()
  answer = ({ signal }) => {
    gone = new Promise((resolve) => signal?.addEventListener('abort', resolve))
    return { kind: 'hang' }
  }
  await expect(fetch(door.url, { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/)
  await gone
})

test('an answer that HTTP does not allow, and a core that rejects, are a 500', async () => {
  answer = () => ({ kind: 'reply', status: 200, headers: { 'X-Bad': 'a\r\nb' }, body: '' })
  expect((await fetch(door.url)).status).toBe(500)
  answer = () => ({ kind: 'reply', status: 42, headers: {}, body: '' })
  expect((await fetch(door.url)).status).toBe(500)
  answer = () => Promise.reject(new Error('oh'))
  expect((await fetch(door.url)).status).toBe(500)
})
