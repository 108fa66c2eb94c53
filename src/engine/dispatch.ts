import { Call } from './call.js'
import type { Exchange } from './exchange.js'
import { runSynchronously } from './stages.js'
import type { DispatchOrigin, SubAnswer, SubRequest, VendorWorld } from './world/vendor-world.js'

/** A request inside another one's transaction, with its caller and its headers. */
export function dispatch(parent: Call, request: SubRequest): SubAnswer {
  const { 'content-type': _type, 'content-length': _length, ...inherited } = parent.exchange.headers
  const headers = { ...inherited, ...lowerCased(request.headers) }
  const { host, secure, vendor } = parent.exchange
  const exchange: Exchange = {
    method: request.method,
    target: request.target,
    host,
    secure,
    vendor: vendor ?? parent.vendor.name,
    headers,
    body: Buffer.from(request.body ?? ''),
  }
  const call = new Call(parent.sandbox, exchange, parent)
  call.caller = parent.caller
  call.prior = request.prior
  return runSynchronously(call)
}

/** The same from a job, as if it were part of the request that the job was scheduled for. */
export function dispatchFor(from: VendorWorld, origin: DispatchOrigin, request: SubRequest): SubAnswer {
  const { requestId, host, secure, authority, caller } = origin
  const exchange: Exchange = {
    method: 'POST',
    target: '/',
    host,
    secure,
    vendor: from.runtime.name,
    headers: { host: authority },
    body: new Uint8Array(),
  }
  const parent = new Call(from.world.sandbox, exchange)
  parent.vendor = from.runtime
  parent.world = from.world
  parent.requestId = requestId
  parent.caller = caller
  return dispatch(parent, request)
}

function lowerCased(headers: SubRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
