import type { Aggregate, Condition, Literal, Operator, Ordering, Query, Selected } from './ast.js'
import { malformed, type Token, tokenise } from './tokens.js'

const AGGREGATES: readonly string[] = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX']
const OPERATORS: readonly string[] = ['=', '!=', '<>', '<', '<=', '>', '>=']
/** So deep may conditions nest. */
const DEEPEST = 50

/** Reads a query. @throws 400 with the place of what is wrong @source facts B5, the grammar seen in use (read 2026-11-23) */
export function parseWql(text: string): Query {
  return new Parser(text).query()
}

class Parser {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private next = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
    this.tokens = tokenise(text)
  }

  query(): Query {
    this.expect('SELECT')
    const distinct = this.takes('DISTINCT')
    const select = this.list(() => this.selected())
    this.expect('FROM')
    const source = this.word('a data source')
    const parameters = this.takes('(') ? this.parameters() : {}
    const where = this.takes('WHERE') ? this.either() : undefined
    const groupBy = this.takes('GROUP') ? this.by(() => this.word('a field')) : []
    const orderBy = this.takes('ORDER') ? this.by(() => this.ordering()) : []
    const limit = this.takes('LIMIT') ? Number(this.number('a number of rows')) : undefined
    if (this.token.kind !== 'end') this.fail(`'${this.token.text}' is not expected`)
    return {
      select,
      distinct,
      source,
      parameters,
      ...(where && { where }),
      groupBy,
      orderBy,
      ...(limit !== undefined && { limit }),
    }
  }

  private selected(): Selected {
    const word = this.word('a field')
    const inParentheses = AGGREGATES.includes(word.toUpperCase()) && this.takes('(')
    const field = inParentheses ? this.counted() : word
    if (inParentheses) this.expect(')')
    const inner = this.takes('{') ? this.list(() => this.word('a field')) : undefined
    if (inner) this.expect('}')
    const alias = this.takes('AS') ? this.word('an alias') : field
    const aggregate = inParentheses ? (word.toUpperCase() as Aggregate) : undefined
    return { field, alias, ...(aggregate && { aggregate }), ...(inner && { inner }) }
  }

  private counted(): string {
    return this.takes('*') ? '*' : this.word('a field')
  }

  private parameters(): Record<string, Literal> {
    const parameters: Record<string, Literal> = {}
    for (const [name, value] of this.list(() => this.parameter())) parameters[name] = value
    this.expect(')')
    return parameters
  }

  private parameter(): readonly [string, Literal] {
    const name = this.word('a parameter')
    this.expect('=')
    return [name, this.literal()]
  }

  private either(): Condition {
    let left = this.both()
    while (this.takes('OR')) left = { kind: 'or', left, right: this.both() }
    return left
  }

  private both(): Condition {
    let left = this.single()
    while (this.takes('AND')) left = { kind: 'and', left, right: this.single() }
    return left
  }

  private single(): Condition {
    if (++this.depth > DEEPEST) this.fail(`conditions nest more than ${DEEPEST} deep`)
    try {
      if (this.takes('NOT')) return { kind: 'not', of: this.single() }
      if (!this.takes('(')) return this.comparison()
      const inner = this.either()
      this.expect(')')
      return inner
    } finally {
      this.depth--
    }
  }

  private comparison(): Condition {
    const field = this.word('a field')
    if (this.takes('IS')) {
      const negated = this.takes('NOT')
      this.expect('NULL')
      return { kind: 'null', field, negated }
    }
    const negated = this.takes('NOT')
    if (negated || this.token.text.toUpperCase() === 'IN') {
      this.expect('IN')
      this.expect('(')
      const values = this.list(() => this.literal())
      this.expect(')')
      return { kind: 'in', field, values, negated }
    }
    const { text } = this.token
    if (this.token.kind !== 'sign' || !OPERATORS.includes(text)) this.fail('a comparison is expected')
    this.next++
    return { kind: 'compare', field, operator: (text === '<>' ? '!=' : text) as Operator, value: this.literal() }
  }

  private by<T>(read: () => T): T[] {
    this.expect('BY')
    return this.list(read)
  }

  private ordering(): Ordering {
    const field = this.word('a field')
    const descending = this.takes('DESC')
    if (!descending) this.takes('ASC')
    return { field, descending }
  }

  private literal(): Literal {
    const { kind, text } = this.token
    if (kind === 'end' || kind === 'sign') this.fail('a value is expected')
    this.next++
    if (kind === 'number') return Number(text)
    if (kind === 'word' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
    return text
  }

  private list<T>(read: () => T): T[] {
    const all = [read()]
    while (this.takes(',')) all.push(read())
    return all
  }

  private word(what: string): string {
    const { kind, text } = this.token
    if (kind !== 'word') this.fail(`${what} is expected`)
    this.next++
    return text
  }

  private number(what: string): string {
    const { kind, text } = this.token
    if (kind !== 'number' || text.startsWith('-')) this.fail(`${what} is expected`)
    this.next++
    return text
  }

  private takes(word: string): boolean {
    const { kind, text } = this.token
    if (kind === 'text' || kind === 'end' || text.toUpperCase() !== word) return false
    this.next++
    return true
  }

  private expect(word: string): void {
    if (!this.takes(word)) this.fail(`${word} is expected`)
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: this.text.length }
  }

  private fail(what: string): never {
    throw malformed(this.text, this.token.at, what)
  }
}
