type Fields = Record<string, unknown>

/** A change put into what there was: objects are merged, everything else is replaced. */
export function merged<T extends object>(base: T, change: object | undefined): T {
  const out: Fields = { ...(base as Fields) }
  for (const [name, value] of Object.entries(change ?? {})) {
    if (value === undefined || name === '__proto__') continue
    const before = out[name]
    out[name] = isFields(before) && isFields(value) ? merged(before, value) : value
  }
  return out as T
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
