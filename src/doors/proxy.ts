import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type HostMap, matchHost, notStarted } from './host-map.js'
import { listen } from './listen.js'
import { dial, join } from './tunnel.js'

export interface ProxyOptions {
  readonly hosts: HostMap
  /** The address to listen on; default 127.0.0.1. */
  readonly host?: string
  /** 0 takes a free one; that is the default. */
  readonly port?: number
}

export interface ProxyDoor {
  readonly port: number
  /** What HTTPS_PROXY is set to: `http://127.0.0.1:4000` */
  readonly url: string
  /** Stops listening and ends every tunnel. May be called again. */
  close(): Promise<void>
}

/** Where a request goes: to a stand-in, to a host that is no vendor's, or nowhere. */
type Route = { readonly host: string; readonly port: number; readonly standin: boolean } | { readonly refused: string }

/**
 * A proxy for programs that no hook reaches: a vendor's host leads to its stand-in, any other is passed on untouched. A
 * vendor that is not started is answered with 502 and `X-Standin-Error`; it is never let through.
 * @throws SandboxError (`SANDBOX_PORT_IN_USE`, `SANDBOX_BAD_CONFIG`)
 */
export async function createProxy({ hosts, host = '127.0.0.1', port = 0 }: ProxyOptions): Promise<ProxyDoor> {
  const sockets = new Set<Duplex>()
  const track = (socket: Duplex) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  }
  const server = createServer((request, response) => forward(hosts, request, response))
  server.on('connection', track)
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    tunnel(hosts, request.url ?? '', client, head).then(
      (far) => far && track(far),
      () => client.destroy(),
    )
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  const actualPort = await listen(server, host, port)
  return {
    port: actualPort,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function routeTo(hosts: HostMap, hostname: string, port: number): Route {
  const rule = matchHost(hosts, hostname)
  if (rule === undefined) return { host: hostname, port, standin: false }
  if (rule.port === undefined) return { refused: notStarted(rule, hostname) }
  return { host: '127.0.0.1', port: rule.port, standin: true }
}

/** `CONNECT host:port` */
async function tunnel(hosts: HostMap, target: string, client: Socket, head: Buffer): Promise<Socket | undefined> {
  const [, name = '', port = ''] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(target) ?? []
  if (name === '') return refuse(client, 400, `CONNECT wants host:port, not ${JSON.stringify(target)}.`)
  const route = routeTo(hosts, name, Number(port))
  if ('refused' in route) return refuse(client, 502, route.refused)
  try {
    const far = await dial(route.host, route.port)
    if (client.destroyed) {
      far.destroy()
      return undefined
    }
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) client.unshift(head)
    join(client, far)
    return far
  } catch (error) {
    return refuse(client, 502, unreachable(target, error))
  }
}

function refuse(client: Socket, status: 400 | 502, message: string): undefined {
  const reason = status === 400 ? 'Bad Request' : 'Bad Gateway'
  const text = `${message}\n`
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    `X-Standin-Error: ${message}`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ]
  client.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

/** `GET http://host/path`, as clients ask a proxy for plain HTTP; some ask so for https too. */
function forward(hosts: HostMap, request: IncomingMessage, response: ServerResponse): void {
  const target = request.url ?? ''
  const url = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined
  if (url === undefined) {
    answer(response, 400, 'This is the proxy of Standin, not a web server: set it as HTTPS_PROXY.')
    return
  }
  const secure = url.protocol === 'https:'
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const route = routeTo(hosts, hostname, Number(url.port) || (secure ? 443 : 80))
  if ('refused' in route) {
    answer(response, 502, route.refused)
    return
  }
  // A stand-in's port speaks both, and the way there is this machine's own.
  const send = secure && !route.standin ? httpsRequest : httpRequest
  const far = send({
    host: route.host,
    port: route.port,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    headers: { ...endToEnd(request.headers), host: url.host },
    agent: false,
  })
  far.on('response', (received) => {
    response.writeHead(received.statusCode ?? 502, endToEnd(received.headers))
    received.pipe(response)
    received.on('error', () => response.destroy())
  })
  far.on('error', (error: Error & { code?: string }) => {
    if (response.headersSent) response.destroy()
    else if (route.standin && error.code === 'ECONNRESET') response.socket?.resetAndDestroy()
    else answer(response, 502, unreachable(url.host, error))
  })
  response.on('close', () => far.destroy())
  request.on('error', () => far.destroy())
  request.pipe(far)
}

function answer(response: ServerResponse, status: number, message: string): void {
  const text = `${message}\n`
  response.writeHead(status, {
    'X-Standin-Error': message,
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(text),
  })
  response.end(text)
}

function unreachable(target: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The proxy of Standin could not reach ${target}: ${reason}.`.replace(/[^\x20-\x7e]/g, '?')
}

/** Without what concerns one connection only (RFC 9110, 7.6.1). */
function endToEnd<T extends IncomingMessage['headers']>(headers: T) {
  const { connection: _c, 'proxy-connection': _p, 'keep-alive': _k, 'proxy-authorization': _a, ...rest } = headers
  return rest
}
