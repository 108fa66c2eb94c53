import type { Call } from '../call.js'

/** Stage 5: what could not be read or found until here is answered. */
export function route(call: Call): void {
  const { errors } = call.vendor.definition
  if (!call.operation) throw errors.problem({ kind: 'no-route' }, call)
  call.fidelity = call.behaviour ? 'modelled' : 'generic'
  if (call.problem) throw errors.problem(call.problem, call)
}
