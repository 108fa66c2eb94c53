/** The fields that changed, as they were before; undefined where nothing did. Nested objects hold only what changed inside them. */
export function previousAttributes(before: object, after: object): Record<string, unknown> | undefined {
  const old = before as Record<string, unknown>
  const now = after as Record<string, unknown>
  const out: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (JSON.stringify(old[key]) === JSON.stringify(now[key])) continue
    out[key] = changed(old[key], now[key])
  }
  return Object.keys(out).length > 0 ? out : undefined
}

function changed(old: unknown, now: unknown): unknown {
  if (!isPlain(old) || !isPlain(now)) return old ?? null
  return previousAttributes(old, now) ?? {}
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
