import type { IncomingHttpHeaders } from 'node:http'
import type { Exchange } from '../../engine/exchange.js'
import type { AnyRequest, AnyResponse } from './message.js'

/**
 * An Exchange over node's request. `signal` is made when it is first asked for, since few requests need one and it costs
 * as much as the rest of the door; it is an accessor of the class, so read it here and not from a copy by spread.
 */
export class NodeExchange implements Exchange {
  readonly method: string
  readonly target: string
  readonly host: string
  readonly headers: Exchange['headers']
  readonly body: Uint8Array
  readonly secure: boolean
  declare readonly vendor?: string
  readonly #request: AnyRequest
  readonly #response: AnyResponse
  #controller: AbortController | undefined

  constructor(request: AnyRequest, response: AnyResponse, body: Uint8Array, vendor: string | undefined) {
    const url = request.url ?? '/'
    const headers = request.httpVersionMajor === 2 ? withoutPseudoHeaders(request.headers) : request.headers
    const absolute = url.charCodeAt(0) === 0x2f ? undefined : absoluteForm(url)
    this.method = request.method ?? 'GET'
    this.target = absolute?.target ?? url
    this.host = hostOf(absolute?.authority ?? headers.host)
    this.headers = headers
    this.body = body
    this.secure = 'encrypted' in request.socket
    if (vendor !== undefined) this.vendor = vendor
    this.#request = request
    this.#response = response
  }

  get peer(): string {
    return this.#request.socket.remoteAddress ?? ''
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = new AbortController()
      const response = this.#response
      const abort = () => {
        // Not writableFinished, which HTTP/2 sets on a stream that the client has reset as well.
        if (!response.writableEnded) controller.abort(new Error('The client went away before it had its answer'))
      }
      if (this.#request.socket.destroyed) abort()
      else response.once('close', abort)
      this.#controller = controller
    }
    return this.#controller.signal
  }
}

/** The host of a Host header or an :authority: no port, lower case, no brackets round an IPv6 address. */
function hostOf(authority: string | undefined): string {
  if (authority === undefined) return ''
  const bracket = authority.charCodeAt(0) === 0x5b ? authority.indexOf(']') : -1
  if (bracket > 0) return authority.slice(1, bracket).toLowerCase()
  const colon = authority.indexOf(':')
  return (colon === -1 ? authority : authority.slice(0, colon)).toLowerCase()
}

/** `GET http://host/path`, as a client sends it that takes us for a proxy. */
function absoluteForm(url: string): { authority: string; target: string } | undefined {
  const match = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url)
  if (match === null) return undefined
  const [, authority = '', rest = ''] = match
  return { authority, target: rest.startsWith('/') ? rest : `/${rest}` }
}

/** HTTP/2 puts method, path and authority among the headers; the engine knows one form only, that of HTTP/1. */
function withoutPseudoHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const plain: IncomingHttpHeaders = {}
  for (const name in headers) if (name.charCodeAt(0) !== 0x3a) plain[name] = headers[name]
  const authority = headers[':authority']
  if (typeof authority === 'string') plain.host = authority
  return plain
}
