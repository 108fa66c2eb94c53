/** Freezes a value and all in it. What is frozen already is taken to be frozen whole. */
export function deepFreeze<T>(value: T): T {
  // Bytes cannot be frozen.
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const key in value) {
    const inner: unknown = value[key]
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  }
  return value
}
