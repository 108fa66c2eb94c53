import type { Input } from '../behaviour.js'
import type { Call } from '../call.js'

/** What a behaviour gets of its call. */
export function inputOf(call: Call): Input<Record<string, string>, Record<string, unknown>, unknown, unknown> {
  const { wire } = call.vendor.definition
  const body = wire.understand ? wire.understand(call.body, call) : call.body
  return { params: call.params, query: call.query, body: body ?? {}, prior: call.prior, call }
}
