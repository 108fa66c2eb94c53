import { fail } from '../errors.js'
import type { Term } from './sosl-ast.js'

/** One piece of a search term: a word, a quoted phrase, a connective or a parenthesis. */
type Piece = { readonly kind: 'word' | 'phrase' | 'mark' | 'connective'; readonly text: string }

const PIECE = /\s+|"((?:[^"\\]|\\[\s\S])*)"|([()])|(AND NOT|AND|OR|NOT)(?=[\s()"]|$)|((?:[^\s()"\\]|\\[\s\S])+)/gy

/**
 * What FIND is given: words are all wanted, side by side in any order; a phrase in order; AND, OR, AND NOT, parentheses.
 * `*` is any run of characters at the middle or end of a word, `?` one.
 * @throws MALFORMED_SEARCH (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm (read 2026-11)
 */
export function parseTerm(text: string): Term {
  const pieces = piecesOf(text)
  if (pieces.length === 0) throw malformedSearch('No search term found. The search term must be enclosed in braces.')
  let at = 0
  const peek = () => pieces[at]
  const isConnective = (text: string) => peek()?.kind === 'connective' && peek()?.text === text
  const parseOr = (): Term => chain('or', 'OR', parseAnd)
  const parseAnd = (): Term => {
    const parts = [parseOne()]
    for (
      let piece = peek();
      piece && !(piece.kind === 'mark' && piece.text === ')') && !isConnective('OR');
      piece = peek()
    ) {
      const negated = isConnective('AND NOT')
      if (piece.kind === 'connective') at++
      const part = parseOne()
      parts.push(negated ? { kind: 'not', part } : part)
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts }
  }
  const parseOne = (): Term => {
    const piece = pieces[at++]
    if (piece?.kind === 'mark' && piece.text === '(') {
      const inner = parseOr()
      if (pieces[at++]?.text !== ')') throw malformedSearch('Search term has unbalanced parentheses')
      return inner
    }
    if (piece?.kind === 'phrase' || piece?.kind === 'word') return { kind: 'words', words: wordsOf(piece.text) }
    throw malformedSearch(`Search term is malformed near '${piece?.text ?? ''}'`)
  }
  function chain(kind: 'or', connective: string, parse: () => Term): Term {
    const parts = [parse()]
    while (isConnective(connective)) {
      at++
      parts.push(parse())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind, parts }
  }
  const term = parseOr()
  if (peek()) throw malformedSearch('Search term has unbalanced parentheses')
  return term
}

export function malformedSearch(message: string) {
  return fail(400, 'MALFORMED_SEARCH', message)
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const cut = new RegExp(PIECE)
  while (cut.lastIndex < text.length) {
    const [, phrase, mark, connective, word] = cut.exec(text) ?? [undefined]
    if (cut.lastIndex === 0) throw malformedSearch('Search term has an unclosed quote')
    if (phrase !== undefined) pieces.push({ kind: 'phrase', text: phrase })
    else if (mark) pieces.push({ kind: 'mark', text: mark })
    else if (connective) pieces.push({ kind: 'connective', text: connective })
    else if (word) pieces.push({ kind: 'word', text: word })
  }
  return pieces
}

/** Words as an index would hold them: lower case, cut at what is neither letter nor digit; wildcards stay. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/\\([\s\S])/g, '$1').toLowerCase()
  return plain.split(/[^\p{L}\p{N}*?]+/u).filter((word) => word !== '')
}
