/** More than any vendor's request has; past it the rest is refused rather than dropped. */
const MOST_PARAMETERS = 5000
const DEEPEST = 16

type Fields = Record<string, unknown>

/**
 * Reads `a=1&b[c]=2&d[]=3`. What has brackets becomes an object, also `a[0]`: only the description knows whether that is the
 * first of a list or a key that happens to be a number (see coerce). `d[]` is a list in any case. Of a key that is sent
 * twice the last counts.
 * @throws Error with a text for the client
 */
export function decodeForm(text: string): Record<string, unknown> {
  const out: Fields = {}
  let count = 0
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('&', at)
    const end = next < 0 ? text.length : next
    if (end > at) {
      if (++count > MOST_PARAMETERS) throw new Error(`More than ${MOST_PARAMETERS} parameters are not read.`)
      const equals = text.indexOf('=', at)
      const split = equals < 0 || equals > end ? end : equals
      put(out, text.slice(at, split), split < end ? unescaped(text.slice(split + 1, end)) : '')
    }
    at = end + 1
  }
  return out
}

function put(out: Fields, name: string, value: string): void {
  const key = name.includes('%') ? unescaped(name.replace(/%5B/gi, '[').replace(/%5D/gi, ']')) : unescaped(name)
  const path = key.includes('[') ? pathOf(key) : undefined
  // Assigned to, it would not be a field but the object's prototype.
  if (key === '__proto__' || path?.includes('__proto__')) return
  if (path) putAt(out, path, value)
  else out[key] = value
}

/** `a[b][]` as `a`, `b`, ``; undefined where the brackets do not pair, so that the key is only a name. */
function pathOf(key: string): string[] | undefined {
  let at = key.indexOf('[')
  if (at === 0) return undefined
  const path = [key.slice(0, at)]
  while (at < key.length) {
    const close = key.indexOf(']', at)
    if (key[at] !== '[' || close < 0) return undefined
    if (path.length > DEEPEST) throw new Error(`Parameters are nested more than ${DEEPEST} deep.`)
    path.push(key.slice(at + 1, close))
    at = close + 1
  }
  return path
}

function putAt(out: Fields, path: readonly string[], value: string): void {
  let parent: Fields | unknown[] = out
  const last = path.length - 1
  for (let i = 0; i < last; i++) {
    const key: string = keyIn(parent, path[i] as string)
    parent = within(parent as Fields, key, path[i + 1] as string)
  }
  const fields = parent as Fields
  fields[keyIn(parent, path[last] as string)] = value
}

/** Empty brackets are the next place. */
function keyIn(parent: Fields | unknown[], part: string): string {
  if (part !== '') return part
  return String(Array.isArray(parent) ? parent.length : Object.keys(parent).length)
}

/** What is under a key, made to take `part`. */
function within(parent: Fields, key: string, part: string): Fields | unknown[] {
  const present = Object.hasOwn(parent, key) ? parent[key] : undefined
  if (typeof present === 'object' && present !== null && (part === '' || !Array.isArray(present))) {
    return present as Fields | unknown[]
  }
  const made = Array.isArray(present) ? { ...present } : part === '' ? [] : {}
  parent[key] = made
  return made as Fields | unknown[]
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
