import type { Name, Path } from './ast.js'
import { malformed, type SoqlError } from './soql-error.js'
import { type Token, tokenise } from './tokens.js'

/** Words that cannot be a name. @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_reservedwords.htm (read 2026-11) */
const RESERVED = new Set([
  'AND',
  'ASC',
  'DESC',
  'EXCLUDES',
  'FIRST',
  'FROM',
  'GROUP',
  'HAVING',
  'IN',
  'INCLUDES',
  'LAST',
  'LIKE',
  'LIMIT',
  'NOT',
  'NULL',
  'NULLS',
  'OR',
  'SELECT',
  'USING',
  'WHERE',
  'WITH',
])
/** Words that begin a clause and so are no alias. */
const CLAUSES = new Set(['ORDER', 'OFFSET', 'FOR', 'ALL', 'UPDATE', 'END', 'WHEN', 'THEN', 'ELSE'])

/** A walk over a query's tokens. */
export class Cursor {
  private readonly tokens: readonly Token[]
  private at = 0
  /** How deep the walk is in parentheses and subqueries; bounded, so that no query overflows the stack. */
  depth = 0

  constructor(text: string) {
    this.tokens = tokenise(text)
  }

  get token(): Token {
    return this.peek(0)
  }

  peek(ahead: number): Token {
    const last = this.tokens.length - 1
    const token = this.tokens[Math.min(this.at + ahead, last)]
    if (!token) throw new Error('A query without an end token.')
    return token
  }

  /** End of the token before. */
  get end(): number {
    return this.tokens[this.at - 1]?.end ?? 0
  }

  next(): Token {
    const token = this.token
    if (token.kind !== 'end') this.at++
    return token
  }

  /** Upper case of a word here, else undefined. */
  word(ahead = 0): string | undefined {
    const token = this.peek(ahead)
    return token.kind === 'word' ? token.text.toUpperCase() : undefined
  }

  isMark(mark: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'mark' && token.text === mark
  }

  takeWord(...words: string[]): boolean {
    if (!words.every((word, i) => this.word(i) === word)) return false
    this.at += words.length
    return true
  }

  takeMark(mark: string): boolean {
    if (!this.isMark(mark)) return false
    this.at++
    return true
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected()
  }

  expectMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.unexpected()
  }

  unexpected(token = this.token): SoqlError {
    return malformed(`unexpected token: '${token.text}'`, token.start)
  }

  /** A name; an object may be called by a word that is reserved elsewhere (`Group`, `Order`). */
  name(reserved = false): Name {
    const token = this.token
    if (token.kind !== 'word' || (!reserved && RESERVED.has(token.text.toUpperCase()))) throw this.unexpected()
    this.next()
    return { text: token.text, start: token.start, end: token.end }
  }

  /** An alias, if one stands here. */
  alias(): Name | undefined {
    const word = this.word()
    if (word === undefined || RESERVED.has(word) || CLAUSES.has(word)) return undefined
    return this.name()
  }

  path(): Path {
    const names = [this.name()]
    while (this.takeMark('.')) names.push(this.name(true))
    return { kind: 'path', names, start: names[0]?.start ?? 0, end: this.end }
  }

  /** One level deeper. @throws MALFORMED_QUERY past a hundred levels. */
  nested<T>(parse: () => T): T {
    if (++this.depth > 100)
      throw malformed(
        'Query is either selecting too many fields or the filter conditions are too complicated.',
        this.token.start,
      )
    const result = parse()
    this.depth--
    return result
  }

  /** One or more, with commas between. */
  list<T>(parse: () => T): T[] {
    const items = [parse()]
    while (this.takeMark(',')) items.push(parse())
    return items
  }
}
