/**
 * Says where a value holds something that JSON cannot: a Date, a Map, bytes, a bigint, a hole, a number that is none. A field
 * that is undefined is as good as not there. Undefined where all of it is plain.
 */
export function notPlain(value: unknown, path = ''): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path || 'it'} is ${value}`
  if (Array.isArray(value)) return inArray(value, path)
  if (typeof value !== 'object') return `${path || 'it'} is a ${typeof value}`
  const kind = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return `${path || 'it'} is a ${kind.constructor?.name ?? 'class'}`
  for (const [key, inner] of Object.entries(value)) {
    const wrong = inner === undefined ? undefined : notPlain(inner, path === '' ? key : `${path}.${key}`)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function inArray(values: readonly unknown[], path: string): string | undefined {
  for (let i = 0; i < values.length; i++) {
    const wrong = notPlain(values[i], `${path}[${i}]`)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
