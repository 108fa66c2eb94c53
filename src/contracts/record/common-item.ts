type Fields = Record<string, unknown>

/**
 * A list's items as one: what all of them have, of the same type. A contract has one example of an item, which every item must fit.
 */
export function commonItem(items: readonly unknown[]): unknown {
  return items.slice(1).reduce((common, item) => common2(common, item), items[0])
}

function common2(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return a.length > 0 && b.length > 0 ? [commonItem([...a, ...b])] : []
  if (!isObject(a) || !isObject(b)) return a
  const out: Fields = {}
  for (const [key, value] of Object.entries(a)) {
    if (Object.hasOwn(b, key) && kindOf(value) === kindOf(b[key])) out[key] = common2(value, b[key])
  }
  return out
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

/** A body with each list cut down to one item. */
export function withOneItem(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [withOneItem(commonItem(value))]
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withOneItem(inner)]))
}
