import type { Call } from '../call.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import { NoVendor } from './failure.js'

/** Stage 1: the vendor, from port or Host, and the operations of that method and path. */
export function locate(call: Call): void {
  const { exchange, sandbox } = call
  const at = exchange.target.indexOf('?')
  call.path = at < 0 ? exchange.target : exchange.target.slice(0, at)
  call.rawQuery = at < 0 ? '' : exchange.target.slice(at + 1)
  const name = exchange.vendor ?? sandbox.hosts.vendorOf(exchange.host)
  const vendor: VendorRuntime | undefined = name === undefined ? undefined : sandbox.runtime(name)
  if (!vendor) throw new NoVendor(exchange.host)
  call.vendor = vendor
  const sent = { method: exchange.method, path: call.path }
  const { method, path } = vendor.definition.wire.locate?.(sent, call) ?? sent
  call.path = path
  const match = vendor.description.find(method, path)
  if (!match) return
  call.operations = match.values
  call.captured = match.captured
  if (match.values.length === 1) call.choose(match.values[0])
}
