import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../call.js'
import { SandboxError } from '../errors.js'
import { inputOf } from './input.js'

/** Stage 12: what may wait, with the locks held and before the transaction: a fault's delay, a behaviour's `before`. */
export function prepare(call: Call): void | Promise<void> {
  if (call.delay === 0 && !call.behaviour?.before) return
  // What it would have waited for may have been done before its parent began.
  if (call.parent && call.delay === 0 && call.prior !== undefined) return
  if (call.parent) throw cannotWait(call)
  return wait(call)
}

/** A part of a batch is inside its parent's transaction, and no transaction waits. */
export function cannotWait(call: Call): SandboxError {
  return new SandboxError(
    'SANDBOX_ASYNC_IN_DISPATCH',
    `${call.operation?.key} has to wait, which a part of a batch cannot.`,
    'Send it by itself.',
  )
}

async function wait(call: Call): Promise<void> {
  if (call.replayed) {
    await call.replayed.gate
    call.prior = call.replayed.prior
    return
  }
  if (call.delay > 0) await sleep(call.delay)
  const before = call.behaviour?.before
  if (!before || !call.world) return
  const view = call.world.view(call.vendor, call.scope)
  call.prior = await before(inputOf(call) as never, view as never)
}
