import type { Call } from '../call.js'
import type { VendorError } from '../errors.js'
import type { ActiveFault } from '../faults/active-fault.js'
import { drawDelay } from '../faults/delay.js'
import type { Effect } from '../faults/effect-schema.js'
import type { FaultProblem } from '../problem.js'
import type { World } from '../world/world.js'

/**
 * Stage 6: what goes wrong on purpose before the work. A delay is only noted: it is waited with the locks held. What goes wrong
 * with the answer is noted too.
 */
export function requestFaults(call: Call): void {
  const { world } = call
  if (!world || world.faults.none || call.exchange.staged) return
  const met = world.faults.meet(call)
  if (met.length === 0) return
  const whole = outermost(call)
  const ids = met.map(({ id }) => id)
  call.faults = [...call.faults, ...ids]
  if (whole !== call) whole.faults = [...whole.faults, ...ids]
  for (const fault of met) apply(call, whole, world, fault)
}

function apply(call: Call, whole: Call, world: World, fault: ActiveFault): void {
  const { effect } = fault.fault
  switch (effect.kind) {
    case 'delay': {
      const delay = drawDelay(effect, world.chance)
      // The transaction of a part's batch is open and waits for nothing: the answer of the whole comes later instead.
      if (whole === call) call.delay += delay
      else whole.answerFaults = [...whole.answerFaults, { kind: 'delay', milliseconds: delay }]
      return
    }
    case 'reset':
    case 'hang':
      // A connection is cut as a whole.
      whole.ending = effect.kind
      if (effect.when === 'before' && whole === call) call.answer = nothing()
      return
    case 'drip':
    case 'truncate':
    case 'content-type':
      whole.answerFaults = [...whole.answerFaults, effect]
      return
    case 'data':
      call.answerFaults = [...call.answerFaults, effect]
      return
    case 'webhook':
    case 'tls':
      return
    default: {
      const problem = problemOf(effect, fault, call)
      if (problem) fail(call, call.vendor.definition.errors.problem(problem, call))
    }
  }
}

/** What the vendor would keep under an idempotency key must come where the work would begin, with the key held. */
function fail(call: Call, error: VendorError): void {
  if (call.parent || !call.vendor.definition.idempotency?.keepsFault?.(error)) throw error
  call.planned = error
}

function problemOf(
  effect: Extract<Effect, { kind: 'rate-limit' | 'status' | 'maintenance' | 'token' }>,
  fault: ActiveFault,
  call: Call,
): FaultProblem | undefined {
  switch (effect.kind) {
    case 'rate-limit':
      return { kind: 'fault', why: 'rate-limit', status: 429, ...retry(effect) }
    case 'maintenance':
      return {
        kind: 'fault',
        why: 'maintenance',
        status: 503,
        ...(Number.isFinite(fault.until) && { until: fault.until }),
      }
    case 'token':
      return { kind: 'fault', why: effect.state === 'expired' ? 'token-expired' : 'token-revoked', status: 401 }
    default: {
      const { status, code } = effect
      const usual = code === undefined ? 500 : call.vendor.definition.errors.codes?.[code]
      // Of all vendors: this one has no such code, so that nothing happens to it.
      if (usual === undefined) return undefined
      return {
        kind: 'fault',
        why: 'status',
        status: status ?? usual,
        ...(code !== undefined && { code }),
        ...retry(effect),
      }
    }
  }
}

function retry({ retryAfter }: { readonly retryAfter?: number | undefined }): { retryAfter?: number } {
  return retryAfter === undefined ? {} : { retryAfter }
}

function nothing() {
  return { status: 0, headers: {}, body: '', contentType: 'text/plain' }
}

/** The request that came over the wire. */
function outermost(call: Call): Call {
  let at = call
  while (at.parent) at = at.parent
  return at
}
