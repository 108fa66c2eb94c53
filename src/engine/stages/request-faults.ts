import type { Call } from '../call.js'

/** Stage 6: what goes wrong on purpose before the work. A delay is only noted: it is waited with the locks held. */
export function requestFaults(call: Call): void {
  if (call.sandbox.faults.none || call.exchange.staged) return
  for (const { effect } of call.sandbox.faults.meet(call)) {
    if (effect.kind === 'delay') {
      // A part of a batch cannot wait: its transaction is open.
      if (!call.parent) call.delay += effect.milliseconds
    } else if (call.parent && effect.kind !== 'status') outermost(call).ending = effect.kind
    else if (effect.kind === 'status') {
      const { status, retryAfter } = effect
      throw call.vendor.definition.errors.problem(
        { kind: 'fault', status, ...(retryAfter !== undefined && { retryAfter }) },
        call,
      )
    } else {
      call.ending = effect.kind
      if (effect.when === 'before') call.answer = { status: 0, headers: {}, body: '', contentType: 'text/plain' }
    }
  }
}

/** The request that came over the wire: a connection is cut as a whole. */
function outermost(call: Call): Call {
  let at = call
  while (at.parent) at = at.parent
  return at
}
