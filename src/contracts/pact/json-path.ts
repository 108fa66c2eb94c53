/** A path as Pact writes it: `$.a['b c'][*]`. */
export type Path = readonly (string | number)[]

/** `*` stands for each item of a list. */
export function jsonPath(path: Path): string {
  return `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : key === '*' ? '[*]' : member(key))).join('')}`
}

function member(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replaceAll("'", "\\'")}']`
}

/** The value at a path as `jsonPath` writes it, without `[*]`. */
export function valueAt(root: unknown, path: string): unknown {
  let at = root
  for (const [, name, quoted, index] of path.matchAll(/\.(\w+)|\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/g)) {
    const key = name ?? quoted?.replaceAll("\\'", "'") ?? Number(index)
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string | number, unknown>)[key]
  }
  return at
}
