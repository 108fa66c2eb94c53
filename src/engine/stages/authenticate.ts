import type { Call } from '../call.js'

/** Stage 7: who calls. */
export function authenticate(call: Call): void {
  if (call.operation?.public || call.parent) return
  const { credentials, errors } = call.vendor.definition
  if (call.credential === undefined) throw errors.problem({ kind: 'no-credential' }, call)
  if (!call.world) throw errors.problem({ kind: 'unknown-credential', credential: call.credential }, call)
  call.caller = credentials.authenticate(call, call.world.view(call.vendor, ''))
}

/** Stage 8: whether they may do this. */
export function authorise(call: Call): void {
  const { credentials } = call.vendor.definition
  if (call.caller && call.world) credentials.authorise?.(call, call.caller, call.world.view(call.vendor, call.scope))
}
