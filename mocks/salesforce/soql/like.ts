import { characters } from './string-literal.js'
import { type Piece, wildcardTest } from './wildcard.js'

/**
 * A test for LIKE: `%` is any run of characters, `_` one; `\%` and `\_` are themselves; case does not matter.
 * Patterns with `%` only at the ends are tested by the built-in searches.
 */
export function likeTest(raw: string, at: number): (value: string) => boolean {
  const pattern = characters(raw, at)
  const wild = pattern.map((c) => !c.escaped && (c.text === '%' || c.text === '_'))
  const first = wild.indexOf(false)
  const last = wild.lastIndexOf(false)
  const plainInside = first >= 0 && !wild.slice(first, last + 1).includes(true)
  const onlyPercent = pattern.every((c, i) => !wild[i] || c.text === '%')
  if (plainInside && onlyPercent) {
    const needle = pattern
      .slice(first, last + 1)
      .map((c) => c.text)
      .join('')
      .toLowerCase()
    return edgeTest(needle, first > 0, last < pattern.length - 1)
  }
  const test = wildcardTest(pattern.flatMap((c, i) => piecesOf(c.text, wild[i] === true)))
  return (value) => test(value.toLowerCase())
}

function piecesOf(text: string, wild: boolean): Piece[] {
  if (wild) return [text === '%' ? 'many' : 'one']
  return text
    .toLowerCase()
    .split('')
    .map((char) => ({ char }))
}

function edgeTest(needle: string, before: boolean, after: boolean): (value: string) => boolean {
  if (before && after) return (value) => value.toLowerCase().includes(needle)
  if (before) return (value) => value.toLowerCase().endsWith(needle)
  if (after) return (value) => value.toLowerCase().startsWith(needle)
  return (value) => value.toLowerCase() === needle
}
