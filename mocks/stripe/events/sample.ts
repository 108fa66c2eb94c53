import type { Description } from '../../../src/engine/kit.js'
import { minimalOf } from '../../../src/engine/kit.js'
import { ID_PREFIXES } from '../id-prefixes.js'
import type { StripeWorld } from '../world.js'

type Schema = Description['events'][string]

/** What an event that nothing caused carries: the newest resource of its type, or else the least one that its schema allows. */
export function sampleObject(world: StripeWorld, schema: Schema): object {
  const type = world.description.objectType(schema) ?? ''
  const newest = world.collection(type).page({ limit: 1 }).rows[0]
  if (newest) return newest
  const [prefix, length] = ID_PREFIXES[type] ?? [`${type.split('.').pop()}_`, 24]
  const sample = structuredClone(minimalOf(world.description, schema)) as Record<string, unknown>
  return { ...sample, id: prefix + world.port.random.base62(length), created: world.now(), livemode: false }
}
