import type { Description, Row } from '../../../../src/engine/kit.js'
import type { StripeWorld } from '../../world.js'
import type { ThinEvent } from './thin-event.js'

type Resource = Row & Readonly<Record<string, unknown>>

/** For each description, by type: the path that one is read at. */
const paths = new WeakMap<Description, Map<string, string>>()

/** What a thin event is about, and where it is read; null for what has no path of its own. */
export function relatedTo(object: Resource, world: StripeWorld): ThinEvent['related_object'] {
  const { id, object: type } = object
  if (typeof type !== 'string' || typeof id !== 'string') return null
  const path = pathsOf(world.description).get(type)
  const url = path && filled(path, object)
  return url ? { id, type, url } : null
}

/** The ids before the last are those of what the object belongs to: fields of its own. */
function filled(path: string, object: Resource): string | undefined {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')
  const values = names.map((name, i) => (i === names.length - 1 ? object.id : object[name.replace(/_id$/, '')]))
  if (!values.every((value) => typeof value === 'string')) return undefined
  let at = 0
  return path.replace(/\{[^}]+\}/g, () => encodeURIComponent(String(values[at++])))
}

function pathsOf(description: Description): Map<string, string> {
  let found = paths.get(description)
  if (found) return found
  found = new Map()
  for (const { method, path, success, aliasOf } of description.operations) {
    if (method !== 'GET' || aliasOf || !success || !path.endsWith('}')) continue
    const type = description.objectType(success.schema)
    const before = type === undefined ? undefined : found.get(type)
    if (type !== undefined && (before === undefined || path.length < before.length)) found.set(type, path)
  }
  paths.set(description, found)
  return found
}
