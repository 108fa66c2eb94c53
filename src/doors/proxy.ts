import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { SandboxError } from '../engine/errors.js'
import { type HostMap, matchHost, notStarted } from './host-map.js'
import { listen } from './listen.js'
import { dial, join } from './tunnel.js'

interface ProxyOptions {
  readonly hosts: HostMap
  /** The address to listen on; default 127.0.0.1. */
  readonly host?: string
  /** 0 takes a free one; that is the default. */
  readonly port?: number
  /** The proxy that the user has to go through, `http://[user:password@]host:port`; hosts that are no vendor's go there. */
  readonly upstream?: string | undefined
}

export interface ProxyDoor {
  readonly port: number
  /** What HTTPS_PROXY is set to: `http://127.0.0.1:4000` */
  readonly url: string
  /** Stops listening and ends every tunnel. May be called again. */
  close(): Promise<void>
}

/** Where a request goes: to a stand-in, to a host that is no vendor's (perhaps by another proxy), or nowhere. */
type Route =
  | { readonly host: string; readonly port: number; readonly to: 'standin' | 'host' }
  | {
      readonly host: string
      readonly port: number
      readonly to: 'upstream'
      readonly authorization: string | undefined
    }
  | { readonly refused: string }

interface Upstream {
  readonly host: string
  readonly port: number
  /** The value of Proxy-Authorization. */
  readonly authorization: string | undefined
}

interface Routes {
  readonly hosts: HostMap
  readonly upstream: Upstream | undefined
}

/**
 * A proxy for programs that no hook reaches: a vendor's host leads to its stand-in, any other is passed on untouched. A
 * vendor that is not started is answered with 502 and `X-Standin-Error`; it is never let through.
 * @throws SandboxError (`SANDBOX_PORT_IN_USE`, `SANDBOX_BAD_CONFIG`)
 */
export async function createProxy(options: ProxyOptions): Promise<ProxyDoor> {
  const { host = '127.0.0.1', port = 0 } = options
  const routes: Routes = { hosts: options.hosts, upstream: parseUpstream(options.upstream) }
  const sockets = new Set<Duplex>()
  const track = (socket: Duplex) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  }
  const server = createServer((request, response) => forward(routes, request, response))
  server.on('connection', track)
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    tunnel(routes, request.url ?? '', client, head).then(
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

function parseUpstream(text: string | undefined): Upstream | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:') {
    const remedy = 'Set HTTPS_PROXY to http://host:port, or unset it.'
    throw new SandboxError(
      'SANDBOX_BAD_CONFIG',
      `Cannot go through the proxy ${url === undefined ? 'given' : `${url.protocol}//${url.host}`}`,
      remedy,
    )
  }
  const { username, password, hostname, port } = url
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return {
    host: hostname,
    port: Number(port) || 80,
    authorization: username === '' ? undefined : `Basic ${credentials}`,
  }
}

function routeTo({ hosts, upstream }: Routes, hostname: string, port: number): Route {
  const rule = matchHost(hosts, hostname)
  if (rule === undefined)
    return upstream === undefined ? { host: hostname, port, to: 'host' } : { ...upstream, to: 'upstream' }
  if (rule.port === undefined) return { refused: notStarted(rule, hostname) }
  return { host: '127.0.0.1', port: rule.port, to: 'standin' }
}

/** `CONNECT host:port` */
async function tunnel(routes: Routes, target: string, client: Socket, head: Buffer): Promise<Socket | undefined> {
  const [, name = '', port = ''] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(target) ?? []
  if (name === '') return refuse(client, 400, `CONNECT wants host:port, not ${JSON.stringify(target)}.`)
  const route = routeTo(routes, name, Number(port))
  if ('refused' in route) return refuse(client, 502, route.refused)
  try {
    const far = await dial(route.host, route.port)
    if (client.destroyed) {
      far.destroy()
      return undefined
    }
    if (route.to === 'upstream') {
      // Its answer, whatever it is, is the client's.
      const authorization = route.authorization === undefined ? '' : `Proxy-Authorization: ${route.authorization}\r\n`
      far.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`)
    } else client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
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
function forward(routes: Routes, request: IncomingMessage, response: ServerResponse): void {
  const target = request.url ?? ''
  const url = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined
  if (url === undefined) {
    answer(response, 400, 'This is the proxy of Standin, not a web server: set it as HTTPS_PROXY.')
    return
  }
  const secure = url.protocol === 'https:'
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const route = routeTo(routes, hostname, Number(url.port) || (secure ? 443 : 80))
  if ('refused' in route) {
    answer(response, 502, route.refused)
    return
  }
  // A stand-in's port speaks both, and the way there is this machine's own.
  const send = secure && route.to === 'host' ? httpsRequest : httpRequest
  const far = send({
    host: route.host,
    port: route.port,
    method: request.method,
    path: route.to === 'upstream' ? target : `${url.pathname}${url.search}`,
    headers: { ...endToEnd(request.headers), host: url.host, ...authorizationOf(route) },
    agent: false,
  })
  far.on('response', (received) => {
    response.writeHead(received.statusCode ?? 502, endToEnd(received.headers))
    received.pipe(response)
    received.on('error', () => response.destroy())
  })
  far.on('error', (error: Error & { code?: string }) => {
    if (response.headersSent) response.destroy()
    else if (route.to === 'standin' && error.code === 'ECONNRESET') response.socket?.resetAndDestroy()
    else answer(response, 502, unreachable(url.host, error))
  })
  response.on('close', () => far.destroy())
  request.on('error', () => far.destroy())
  request.pipe(far)
}

function authorizationOf(route: Exclude<Route, { refused: string }>): { 'proxy-authorization'?: string } {
  if (route.to !== 'upstream' || route.authorization === undefined) return {}
  return { 'proxy-authorization': route.authorization }
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
