import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.js'
import { inputOf } from './input.js'

/** Stage 12: what may wait, with the locks held and before the transaction: a fault's delay, a behaviour's `before`. */
export function prepare(call: Call): void | Promise<void> {
  if (call.delay === 0 && !call.behaviour?.before) return
  return wait(call)
}

async function wait(call: Call): Promise<void> {
  if (call.delay > 0) await sleep(call.delay)
  const before = call.behaviour?.before
  if (!before || !call.world) return
  const view = call.world.view(call.vendor, call.scope)
  call.prior = await before(inputOf(call) as never, view as never)
}
