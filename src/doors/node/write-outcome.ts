import type { OutgoingHttpHeader } from 'node:http'
import { constants } from 'node:http2'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Outcome, OutcomeHeaders, Reply } from '../../engine/exchange.js'
import { type AnyResponse, isGone, isHttp2 } from './message.js'
import { pump } from './pump.js'
import { refuseBroken } from './refuse.js'

/** The TCP socket under a TLS one: only that can send a reset. */
export const rawSockets = new WeakMap<TLSSocket, Socket>()

/**
 * Puts an outcome on the wire.
 * @param stall in milliseconds, for streams
 */
export function writeOutcome(outcome: Outcome, method: string | undefined, response: AnyResponse, stall: number): void {
  if (outcome.kind === 'hang') return
  if (outcome.kind === 'reset') {
    reset(response)
    return
  }
  try {
    writeReply(outcome, method, response, stall)
  } catch (error) {
    // A status or header that HTTP does not allow: the engine's mistake, which must not become an unhandled error.
    const reason = error instanceof Error ? error.message : String(error)
    refuseBroken(response, `Standin made an answer that HTTP does not allow: ${reason}. Please report it.`)
  }
}

function writeReply(
  { status, headers, body }: Reply,
  method: string | undefined,
  response: AnyResponse,
  stall: number,
) {
  const bodiless = status === 204 || status === 304
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
    writeHead(response, status, headers, bodiless ? -1 : length)
    if (bodiless || method === 'HEAD') response.end()
    else endWith(response, body)
    return
  }
  const gone = isGone(response)
  if (!gone) writeHead(response, status, headers, -1)
  if (gone || bodiless || method === 'HEAD') {
    response.end()
    body[Symbol.asyncIterator]()
      .return?.()
      .catch(() => {})
    return
  }
  // A stream may be silent for long; over HTTP/2 the headers are out already.
  if (!isHttp2(response)) response.flushHeaders()
  void pump(body, response, stall)
}

// The two `end` signatures do not unify under the union.
function endWith(response: AnyResponse, body: string | Uint8Array): void {
  if (isHttp2(response)) response.end(body)
  else response.end(body)
}

/** What belongs to one connection, so is the door's to say; HTTP/2 forbids it. */
const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade'])

/** @param length the body's, in bytes; -1 where it is not known, or where there must be none */
function writeHead(response: AnyResponse, status: number, headers: OutcomeHeaders, length: number): void {
  if (isHttp2(response)) {
    for (const name in headers) {
      const value = headers[name]
      const lower = name.toLowerCase()
      const skipped =
        value === undefined || CONNECTION_HEADERS.has(lower) || (length >= 0 && lower === 'content-length')
      if (!skipped) response.setHeader(lower, value)
    }
    if (length >= 0) response.setHeader('content-length', length)
    response.writeHead(status)
    return
  }
  // A flat list is what node writes quickest; an object would have to be copied to add the length.
  const flat: OutgoingHttpHeader[] = []
  for (const name in headers) {
    const value = headers[name]
    if (value === undefined) continue
    if (length >= 0 && name.length === 14 && name.toLowerCase() === 'content-length') continue
    flat.push(name, value)
  }
  if (length >= 0) flat.push('Content-Length', length)
  response.writeHead(status, flat)
}

function reset(response: AnyResponse): void {
  if (isHttp2(response)) {
    response.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
    return
  }
  const { socket } = response
  if (socket === null) return
  const raw = socket instanceof TLSSocket ? rawSockets.get(socket) : socket
  if (raw === undefined || raw.destroyed) socket.destroy()
  else raw.resetAndDestroy()
}
