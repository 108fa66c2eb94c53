import type { Call } from '../call.js'

/** Stage 6: what goes wrong on purpose before the work. A delay is only noted: it is waited with the locks held. */
export function requestFaults(call: Call): void {
  if (call.sandbox.faults.none) return
  for (const { effect } of call.sandbox.faults.meet(call)) {
    if (effect.kind === 'delay') call.delay += effect.milliseconds
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
