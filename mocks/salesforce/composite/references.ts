import { fail } from '../errors.js'

/** What earlier requests of a composite answered, by reference id. */
export type Answered = ReadonlyMap<string, unknown>

const REFERENCE = /@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])*)\}/g

/**
 * Puts earlier answers in the place of `@{ref.id}` or `@{ref.records[0].Id}`, in all text of a value.
 * @throws PROCESSING_HALTED (400) where there is no such answer or nothing at that place in it
 * @unverified wording
 */
export function resolveReferences(value: unknown, answered: Answered): unknown {
  if (typeof value === 'string') return resolveText(value, answered)
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answered))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, answered)]))
}

export function resolveText(text: string, answered: Answered): string {
  if (!text.includes('@{')) return text
  return text.replace(REFERENCE, (_whole, reference: string, path: string) => {
    const found = follow(answered.get(reference), path)
    if (found === undefined || found === null || typeof found === 'object') {
      const wanted = `${reference}${path}`
      throw fail(
        400,
        'PROCESSING_HALTED',
        `Invalid reference specified. No value for ${wanted} found in ${reference}.  Provided Expression: ${wanted}`,
      )
    }
    return String(found)
  })
}

function follow(from: unknown, path: string): unknown {
  let at = from
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    if (typeof at !== 'object' || at === null) return undefined
    if (index !== undefined) at = Array.isArray(at) ? at[Number(index)] : undefined
    else if (name !== undefined) at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined
  }
  return at
}
