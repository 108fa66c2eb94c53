import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, type Http2Server } from 'node:http2'
import type { AnyRequest, AnyResponse } from './message.js'
import { refuseMalformed } from './refuse.js'
import type { Timeouts } from './timeouts.js'

/** Takes a URL of 16 KB and a long token besides, so that the vendor's own limit is what a client meets. In bytes. */
const MAX_HEADER_SIZE = 64 * 1024

export type OnRequest = (request: AnyRequest, response: AnyResponse, expectsContinue: boolean) => void

/** HTTP/1, plain or secured. It listens nowhere: sockets are handed to it. */
export function createHttp1(onRequest: OnRequest, timeouts: Timeouts): Server {
  const server = createServer({
    maxHeaderSize: MAX_HEADER_SIZE,
    headersTimeout: Math.min(timeouts.headers, timeouts.request),
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    connectionsCheckingInterval: Math.min(5_000, timeouts.headers),
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => onRequest(request, response, false))
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => onRequest(request, response, true))
  server.on('clientError', (error, socket) => refuseMalformed(error, socket, timeouts.linger))
  // Node starts the check of the time-outs above when the server listens.
  server.emit('listening')
  return server
}

/** HTTP/2 on sockets that are secured already. */
export function createHttp2(onRequest: OnRequest, timeouts: Timeouts): Http2Server {
  const server = createHttp2Server({ settings: { maxConcurrentStreams: 250, maxHeaderListSize: MAX_HEADER_SIZE } })
  server.on('request', (request, response) => {
    // HTTP/2 has no time-out of its own for a body that never ends.
    request.stream.setTimeout(timeouts.request, () => {
      const { endAfterHeaders, readableEnded } = request.stream
      if (!endAfterHeaders && !readableEnded) request.stream.close()
    })
    onRequest(request, response, false)
  })
  server.on('checkContinue', (request, response) => onRequest(request, response, true))
  server.on('session', (session) => {
    // `close` waits for the streams that are open: an answer may take as long as it wants.
    session.setTimeout(timeouts.keepAlive, () => session.close())
    session.on('error', () => {})
  })
  server.on('sessionError', () => {})
  return server
}
