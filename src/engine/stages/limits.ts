import type { Call } from '../call.js'

/** Stage 9: the vendor's own limits. A frozen clock would never let one pass, so they rest meanwhile. */
export function limits(call: Call): void {
  const { world, parent } = call
  if (!world || parent || !world.limits || world.clock.frozen) return
  call.vendor.definition.limits?.check(call, world.view(call.vendor, call.scope))
}
