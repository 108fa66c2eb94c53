/** Nested fields out of the pairs of a form or query: `items[0][price]`, `expand[]`. A name that comes twice is a list. */
export function nested(pairs: Iterable<readonly [name: string, value: string]>): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null)
  for (const [name, value] of pairs) {
    const [first = '', ...rest] = partsOf(name)
    put(root, [first, ...rest], value)
  }
  return tidy(root) as Record<string, unknown>
}

export function formFields(text: string): Record<string, unknown> {
  return nested(new URLSearchParams(text))
}

function partsOf(name: string): string[] {
  const at = name.indexOf('[')
  if (at <= 0 || !name.endsWith(']')) return [name]
  return [name.slice(0, at), ...name.slice(at + 1, -1).split('][')]
}

function put(into: Record<string, unknown>, parts: readonly string[], value: string): void {
  const [head = '', ...rest] = parts
  const key = head === '' ? String(Object.keys(into).length) : head
  const there = into[key]
  if (rest.length === 0) {
    into[key] = there === undefined ? value : [there, value].flat()
    return
  }
  const inner: Record<string, unknown> = isTable(there) ? there : Object.create(null)
  into[key] = inner
  put(inner, rest, value)
}

/** What has only numbers for names is a list. */
function tidy(value: unknown): unknown {
  if (!isTable(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, tidy(inner)] as const)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  }
  return Object.fromEntries(entries)
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
