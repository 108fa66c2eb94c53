import type { Input } from '../behaviour.js'
import type { Call } from '../call.js'

/** What a behaviour gets of its call. */
export function inputOf(call: Call): Input<Record<string, string>, Record<string, unknown>, unknown, unknown> {
  return { params: call.params, query: call.query, body: call.body ?? {}, prior: call.prior, call }
}
