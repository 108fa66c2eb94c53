import type { Call } from '../call.js'
import type { Outcome } from '../exchange.js'

/** Tells whoever looks on of a request that was answered. */
export function observeCall(call: Call, outcome: Outcome): void {
  const { sandbox, withheld } = call
  if (sandbox.observers.none || withheld || !call.vendor) return
  const world = call.world ?? sandbox.defaultWorld
  sandbox.observers.tell({
    kind: 'exchange',
    world: world.name,
    sequence: call.sequence ?? world.nextSequence(),
    at: world.clock.now(),
    vendor: call.vendor.name,
    operation: call.operation?.key,
    id: call.requestId,
    wallTime: call.wallTime,
    exchange: call.exchange,
    body: call.body,
    query: call.query,
    params: call.params,
    outcome,
    fidelity: call.fidelity,
    prior: call.prior,
    emitted: call.emitted,
    faults: call.faults,
  })
}
