import type { Row } from '../../../src/engine/kit.js'
import { type ReferenceKind, resolveTyped } from '../references.js'
import type { WorkdayWorld } from '../world.js'
import { invalidId, type ReadReference } from './read.js'

/** The row that a reference names. @throws Invalid ID value */
export function namedBy<R extends Row>(
  world: WorkdayWorld,
  kind: ReferenceKind,
  { ids }: ReadReference,
  xpath?: string,
): R {
  for (const { type, value } of ids) {
    const row = resolveTyped<R>(world, kind, type, value)
    if (!row) throw invalidId(type, value, xpath)
    return row
  }
  throw invalidId('WID', '', xpath)
}
