/** A piece of a pattern: a character, any one character, or any run of them. */
export type Piece = { readonly char: string } | 'one' | 'many'

/** Characters in a row; undefined for any one. */
type Segment = readonly (string | undefined)[]

/**
 * A test of text for a pattern that costs no more than length of text times length of pattern, whatever the pattern: no regular
 * expression, which a hostile pattern could make run for ever.
 */
export function wildcardTest(pieces: readonly Piece[]): (text: string) => boolean {
  const segments: (string | undefined)[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'many') segments.push([])
    else segments.at(-1)?.push(piece === 'one' ? undefined : piece.char)
  }
  const first = segments[0] ?? []
  const last = segments.at(-1) ?? []
  if (segments.length === 1) return (text) => text.length === first.length && fits(text, 0, first)
  const inner = segments.slice(1, -1).filter((segment) => segment.length > 0)
  return (text) => {
    const end = text.length - last.length
    if (end < first.length || !fits(text, 0, first) || !fits(text, end, last)) return false
    let from = first.length
    for (const segment of inner) {
      // The first place where a segment fits leaves the most room for the others.
      const at = placeOf(text, from, end, segment)
      if (at < 0) return false
      from = at + segment.length
    }
    return true
  }
}

function placeOf(text: string, from: number, end: number, segment: Segment): number {
  for (let at = from; at + segment.length <= end; at++) if (fits(text, at, segment)) return at
  return -1
}

function fits(text: string, from: number, segment: Segment): boolean {
  for (let i = 0; i < segment.length; i++) {
    const char = segment[i]
    if (char !== undefined && text[from + i] !== char) return false
  }
  return true
}
