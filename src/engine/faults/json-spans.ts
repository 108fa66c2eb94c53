/** Where values stand in a JSON text: so that one of them can be changed and every other byte stays. */
export interface Span {
  /** Of the member with its key, or of the element: what goes when it is to be missing. */
  readonly from: number
  readonly start: number
  readonly end: number
}

/** @param path keys and indices; `*` is each member or element @param text valid JSON */
export function jsonSpans(text: string, path: readonly string[]): Span[] {
  const found: Span[] = []
  const start = space(text, 0)
  walk(text, start, start, path, found)
  return found
}

/** Looks for the rest of a path in the value that begins at `start`; gives where the value ends. */
function walk(text: string, from: number, start: number, path: readonly string[] | undefined, found: Span[]): number {
  if (path?.length === 0) {
    const end = walk(text, from, start, undefined, found)
    found.push({ from, start, end })
    return end
  }
  const open = text[start]
  if (open === '"') return stringEnd(text, start)
  if (open === '{' || open === '[') return members(text, start, open === '{', path, found)
  let at = start
  while (at < text.length && !/[,\]}\s]/.test(text[at] as string)) at++
  return at
}

function members(
  text: string,
  open: number,
  keyed: boolean,
  path: readonly string[] | undefined,
  found: Span[],
): number {
  const close = keyed ? '}' : ']'
  let at = space(text, open + 1)
  for (let index = 0; at < text.length && text[at] !== close; index++) {
    const from = at
    let key = String(index)
    if (keyed) {
      const end = stringEnd(text, at)
      key = JSON.parse(text.slice(at, end))
      at = space(text, space(text, end) + 1)
    }
    const wanted = path !== undefined && (path[0] === '*' || path[0] === key)
    at = space(text, walk(text, from, at, wanted ? path.slice(1) : undefined, found))
    if (text[at] === ',') at = space(text, at + 1)
  }
  return at + 1
}

function space(text: string, at: number): number {
  let next = at
  while (next < text.length && text.charCodeAt(next) <= 32) next++
  return next
}

function stringEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
