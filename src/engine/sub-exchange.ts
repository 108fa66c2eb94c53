import type { Call } from './call.js'
import type { Exchange } from './exchange.js'
import type { SubRequest } from './world/vendor-world.js'

/** A part of a batch as a request of its own: with the headers of the whole, but for those of its body. */
export function partOf(parent: Call, request: SubRequest): Exchange {
  const { 'content-type': _type, 'content-length': _length, ...inherited } = parent.exchange.headers
  const headers = { ...inherited, ...lowerCased(request.headers) }
  const { host, secure, vendor } = parent.exchange
  return {
    method: request.method,
    target: request.target,
    host,
    secure,
    vendor: vendor ?? parent.vendor.name,
    headers,
    body: Buffer.from(request.body ?? ''),
  }
}

function lowerCased(headers: SubRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
