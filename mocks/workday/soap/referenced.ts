import type { Row } from '../../../src/engine/kit.js'
import { type ReferenceKind, resolveTyped } from '../references.js'
import type { WorkdayWorld } from '../world.js'
import { elementsOf, referencesOf } from './elements.js'
import { invalidId, type ReadElements } from './read.js'

/**
 * The rows that a request names in Request_References; undefined where it names none and criteria decide.
 * @throws Invalid ID value, unless those that do not exist are to be skipped
 */
export function referenced<R extends Row>(
  world: WorkdayWorld,
  kind: ReferenceKind,
  request: ReadElements,
  element: string,
): readonly R[] | undefined {
  if (request.Request_References === undefined) return undefined
  const references = elementsOf(request.Request_References)
  const skips = references['@Skip_Non_Existing_Instances'] ?? references['@Ignore_Invalid_References']
  const lenient = skips === '1' || skips === 'true'
  return referencesOf(references[element]).flatMap(({ ids }) => {
    for (const { type, value } of ids) {
      const row = resolveTyped<R>(world, kind, type, value)
      if (row) return [row]
      if (!lenient) throw invalidId(type, value)
    }
    return []
  })
}
