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
    at: call.committedAt ?? world.clock.now(),
    began: call.began ?? world.clock.now(),
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

/** Tells of one that waits now, and is answered later. */
export function observeBegun(call: Call): void {
  const { sandbox, world, withheld, began } = call
  if (sandbox.observers.none || withheld || !world || began === undefined) return
  sandbox.observers.tell({
    kind: 'begun',
    world: world.name,
    sequence: world.nextSequence(),
    at: began,
    vendor: call.vendor.name,
    id: call.requestId,
    wallTime: call.wallTime,
    exchange: call.exchange,
  })
}
