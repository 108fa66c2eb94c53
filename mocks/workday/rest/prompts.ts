import type { Behaviour } from '../../../src/engine/kit.js'
import { type OperationKey, operation } from '../api.js'
import { pageIn } from './collection.js'
import type { Values } from './values.js'

/** Most, and as many as without a limit. @source facts A2 (read 2026-11-23) */
const MOST = 1000

/** What can be chosen for a field. @unverified folders of choices: here each prompt is one flat list @source facts A2 */
export function prompt(key: OperationKey, values: Values): Behaviour {
  return operation(key, ({ query }, world) => pageIn(query, values.all(world), (reference) => reference, MOST))
}
