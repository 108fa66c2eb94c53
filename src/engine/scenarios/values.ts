export function isScalar(value: unknown): value is string | number | boolean {
  return value !== undefined && value !== null && typeof value !== 'object'
}

/** Text of plain data in which the order of keys does not count. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
