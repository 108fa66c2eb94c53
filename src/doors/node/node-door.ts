import type { Server } from 'node:http'
import type { Http2Server } from 'node:http2'
import { createServer, type Server as NetServer, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { BODY_LIMIT, type BodyLimitOf, type Handle } from '../../engine/exchange.js'
import { listen } from '../listen.js'
import type { Flaw, TlsProvider } from '../tls/provider.js'
import { sortByFirstByte } from './front.js'
import { handshaker } from './handshake.js'
import { type AnyRequest, lastOfConnection } from './message.js'
import { NodeExchange } from './node-exchange.js'
import { announcesTooMuch, readBody } from './read-body.js'
import { refuseBroken, refuseTooLarge } from './refuse.js'
import { createHttp1, createHttp2, type OnRequest } from './servers.js'
import { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.js'
import { writeOutcome } from './write-outcome.js'

interface NodeDoorOptions {
  readonly handle: Handle
  /** The vendor behind this port; without it the Host header decides. */
  readonly vendor?: string
  /** The address to listen on; default 127.0.0.1. */
  readonly host?: string
  /** 0 takes a free one; that is the default. */
  readonly port?: number
  /** Without it the port speaks plain HTTP only, and a TLS handshake is cut. */
  readonly tls?: TlsProvider
  /** What is wrong with its certificates, on purpose. Default nothing. */
  readonly flaws?: Flaws
  /** The largest request body, in bytes, or who tells it for each request (a sandbox's `bodyLimitOf`); default BODY_LIMIT. */
  readonly bodyLimit?: number | BodyLimitOf
  /** In milliseconds; see Timeouts for what is not given. */
  readonly timeouts?: Partial<Timeouts>
}

/** Asked by a door about its certificates. */
export interface Flaws {
  /** At each new connection: what is wrong with the one that it is shown. */
  next(): Flaw | undefined
  /** At each answer: whether a client shall have to connect anew, so that it comes to see what is wrong. */
  readonly soon: boolean
}

export interface NodeDoor {
  readonly port: number
  /** `http://127.0.0.1:4010` */
  readonly url: string
  /** The same port over TLS, where HTTP/2 is spoken too. */
  readonly httpsUrl: string
  /** Stops listening and ends every connection, whatever it is doing. May be called again. */
  close(): Promise<void>
}

/**
 * Opens a port that speaks HTTP/1, HTTPS and HTTP/2 at once, and hands each request to `handle`.
 * @throws SandboxError (`SANDBOX_PORT_IN_USE`, `SANDBOX_BAD_CONFIG`)
 */
export async function createNodeDoor(options: NodeDoorOptions): Promise<NodeDoor> {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const host = options.host ?? '127.0.0.1'
  const onRequest = requestListener(options, timeouts)
  const http1 = createHttp1(onRequest, timeouts)
  const http2 = createHttp2(onRequest, timeouts)
  const sockets = new Set<Socket>()
  const front = createFront({ tls: options.tls, flaws: options.flaws, timeouts, http1, http2, sockets })
  const port = await listen(front, host, options.port ?? 0).catch((error: unknown) => {
    http1.close()
    throw error
  })

  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    port,
    url: `http://${authority}`,
    httpsUrl: `https://${authority}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => front.close(() => resolve()))
      http1.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function requestListener(options: NodeDoorOptions, timeouts: Timeouts): OnRequest {
  const { handle, vendor, flaws } = options
  const { bodyLimit = BODY_LIMIT } = options
  return (request, response, expectsContinue) => {
    const limit = typeof bodyLimit === 'number' ? bodyLimit : limitFor(request, bodyLimit, vendor)
    if (expectsContinue && !announcesTooMuch(request, limit)) response.writeContinue()
    readBody(request, limit, (body) => {
      if (body === 'gone') return
      if (body === 'too-large') {
        // Who asked first has sent nothing that would have to be read.
        refuseTooLarge(request, response, limit, expectsContinue ? 0 : timeouts.linger)
        return
      }
      handle(new NodeExchange(request, response, body, vendor)).then(
        (outcome) => {
          if (flaws?.soon) lastOfConnection(response)
          const write = () => writeOutcome(outcome, request.method, response, timeouts.stall)
          // A reset must come before the socket has been read to its end.
          if (outcome.kind === 'reply') together(write)
          else write()
        },
        (error: unknown) =>
          refuseBroken(response, `Standin failed on this request: ${String(error)}. Please report it.`),
      )
    })
  }
}

let ready: (() => void)[] = []

/**
 * Answers that are ready in one turn of the event loop are written one after another at its end: a client that has to be woken
 * for each costs more than the work itself.
 */
function together(write: () => void): void {
  if (ready.push(write) === 1) setImmediate(writeAll)
}

function writeAll(): void {
  const all = ready
  ready = []
  for (const write of all) write()
}

function limitFor(request: AnyRequest, limitOf: BodyLimitOf, vendor: string | undefined): number {
  const authority = request.headers[':authority'] ?? request.headers.host ?? ''
  const host = String(authority).replace(/:\d+$/, '').toLowerCase()
  return limitOf({ method: request.method ?? '', target: request.url ?? '', host, vendor })
}

interface FrontParts {
  readonly tls: TlsProvider | undefined
  readonly flaws: Flaws | undefined
  readonly timeouts: Timeouts
  readonly http1: Server
  readonly http2: Http2Server
  readonly sockets: Set<Socket>
}

function createFront({ tls, flaws, timeouts, http1, http2, sockets }: FrontParts): NetServer {
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const secured = (socket: TLSSocket) => {
    track(socket)
    if (socket.alpnProtocol === 'h2') http2.emit('connection', socket)
    else http1.emit('connection', socket)
  }
  const targets = {
    plain: (socket: Socket) => void http1.emit('connection', socket),
    tls:
      tls === undefined
        ? (socket: Socket) => void socket.destroy()
        : handshaker(tls, timeouts.handshake, secured, () => flaws?.next()),
  }
  // Half-open, as node's own HTTP server wants its sockets.
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    track(socket)
    sortByFirstByte(socket, targets, timeouts.handshake)
  })
}
