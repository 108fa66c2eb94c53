import qs from 'qs'

/** More than any vendor's request has; past it the rest is refused rather than dropped. */
const MOST_PARAMETERS = 5000

/**
 * Reads `a=1&b[c]=2&d[]=3`. Nested keys become objects; what is coerced later knows which of them are arrays.
 * @throws Error with a text for the client
 */
export function decodeForm(text: string): Record<string, unknown> {
  if (text === '') return {}
  return flat(text) ?? nested(text)
}

/** Most requests have no bracket and no key twice: read without the library, which costs five times as much. */
function flat(text: string): Record<string, unknown> | undefined {
  if (text.includes('[') || text.includes('%5B') || text.includes('%5b')) return undefined
  const out: Record<string, unknown> = {}
  let count = 0
  for (const pair of text.split('&')) {
    if (pair === '') continue
    if (++count > MOST_PARAMETERS) return undefined
    const at = pair.indexOf('=')
    const key = unescaped(at < 0 ? pair : pair.slice(0, at))
    if (Object.hasOwn(out, key) || key in Object.prototype) return undefined
    out[key] = at < 0 ? '' : unescaped(pair.slice(at + 1))
  }
  return out
}

function nested(text: string): Record<string, unknown> {
  const parsed = qs.parse(text, {
    depth: 16,
    strictDepth: true,
    arrayLimit: 1000,
    parameterLimit: MOST_PARAMETERS,
    throwOnLimitExceeded: true,
    allowPrototypes: false,
    plainObjects: true,
    duplicates: 'last',
    decoder: (part) => unescaped(part),
  })
  return plain(parsed) as Record<string, unknown>
}

/** qs makes objects without a prototype; the rest of the code expects ordinary ones. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const out: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    Object.defineProperty(out, key, { value: plain(inner), enumerable: true, writable: true, configurable: true })
  }
  return out
}

function unescaped(part: string): string {
  const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
