import { problem } from './errors.js'

/**
 * What `fields` and `exclude_fields` leave of an answer: names separated by commas, with dots for what is inside; in lists they mean each item.
 * @throws RequestedFieldsInvalid (422) where none of them is there  @unverified that one which is there is enough
 */
export function selectFields(body: unknown, query: Readonly<Record<string, unknown>>): unknown {
  const { fields, exclude_fields: excluded } = query
  if (typeof body !== 'object' || body === null) return body
  const wanted = namesOf(fields)
  // Both at once are not foreseen; the choice of what is wanted goes before. @unverified
  if (wanted.length > 0) {
    const kept = keep(body, treeOf(wanted))
    if (Object.keys(kept as object).length === 0) throw problem('RequestedFieldsInvalid')
    return kept
  }
  const unwanted = namesOf(excluded)
  return unwanted.length > 0 ? drop(body, treeOf(unwanted)) : body
}

/** Names inside names; an empty one means all that is there. */
interface Tree extends Map<string, Tree> {}

/** Clients send a list as `a,b`, and some as several values. */
export function namesOf(value: unknown): string[] {
  const list = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value)
      : [value]
  return list
    .flatMap((item) => (typeof item === 'string' ? item.split(',') : []))
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function treeOf(names: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const name of names) {
    let at = root
    for (const part of name.split('.')) {
      let next = at.get(part)
      if (!next) {
        next = new Map()
        at.set(part, next)
      }
      at = next
    }
  }
  return root
}

function keep(value: unknown, tree: Tree): unknown {
  if (tree.size === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => keep(item, tree))
  const out: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const chosen = tree.get(name)
    if (chosen) out[name] = keep(inner, chosen)
  }
  return out
}

function drop(value: unknown, tree: Tree): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => drop(item, tree))
  const out: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const unwanted = tree.get(name)
    if (!unwanted) out[name] = inner
    else if (unwanted.size > 0) out[name] = drop(inner, unwanted)
  }
  return out
}
