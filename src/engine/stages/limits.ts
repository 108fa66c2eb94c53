import type { Call } from '../call.js'

/** Stage 9: the vendor's own limits. A frozen clock would never let one pass, so they rest meanwhile. */
export function limits(call: Call): void {
  const { world, parent, exchange } = call
  if (!world || parent || exchange.staged || !world.limits || world.clock.frozen) return
  call.limited = true
  call.vendor.definition.limits?.check(call, world.view(call.vendor, call.scope))
}

/** What a request held of a limit while it ran is free again. */
export function releaseLimits(call: Call): void {
  if (!call.limited || !call.world) return
  call.vendor.definition.limits?.release?.(call, call.world.view(call.vendor, call.scope))
}
