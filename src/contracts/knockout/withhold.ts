import type { Field } from './find-reads.js'

/** Every field of a body, what holds others too. */
export function fieldsOf(operation: string, body: unknown): Field[] {
  const paths = new Set<string>()
  const walk = (value: unknown, path: readonly string[]): void => {
    if (path.length > 0 && path.at(-1) !== '*') paths.add(path.join('.'))
    if (Array.isArray(value)) for (const item of value) walk(item, [...path, '*'])
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (!key.includes('.')) walk(inner, [...path, key])
    }
  }
  walk(body, [])
  return [...paths].sort().map((path) => ({ operation, path }))
}

/** A body without some of its fields. */
export function withhold(body: unknown, paths: readonly string[]): unknown {
  return prune(
    body,
    paths.map((path) => path.split('.')),
  )
}

function prune(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.length === 0) return value
  const inside = (key: string) => paths.filter(([first]) => first === key).map((path) => path.slice(1))
  if (Array.isArray(value)) return value.map((item) => prune(item, inside('*')))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const deeper = inside(key)
    return deeper.some(({ length }) => length === 0) ? [] : [[key, prune(inner, deeper)] as const]
  })
  return Object.fromEntries(kept)
}
