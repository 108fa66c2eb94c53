import { invalidRequest } from '../errors.js'

export type Operator = ':' | '~' | '>' | '<' | '>=' | '<='

/** One condition of a query: `-metadata["order"]:"6735"`. */
export interface Clause {
  readonly negated: boolean
  /** As it was written, without a key of metadata: `email`, `metadata`. */
  readonly field: string
  /** Of `metadata["key"]`. */
  readonly key?: string
  readonly operator: Operator
  /** null for the word `null`. */
  readonly value: string | null
  readonly quoted: boolean
}

export interface Query {
  readonly joined: 'and' | 'or'
  readonly clauses: readonly Clause[]
}

const MOST_CLAUSES = 10

/**
 * Reads Stripe's search language: up to ten conditions, joined by AND (or a space) or by OR, not by both.
 * @throws a query that cannot be read (400) @source https://docs.stripe.com/search#search-query-language (read 2026-11) @unverified wording
 */
export function parseQuery(text: string): Query {
  const clauses: Clause[] = []
  const joints = new Set<'and' | 'or'>()
  let rest = text.trim()
  while (rest !== '') {
    const [clause, after] = readClause(rest)
    clauses.push(clause)
    rest = after.trimStart()
    if (rest === '') break
    if (rest === after) throw unreadable()
    const [word, joint] = /^(AND|OR)\s+(?=\S)/i.exec(rest) ?? []
    joints.add(joint?.toUpperCase() === 'OR' ? 'or' : 'and')
    rest = rest.slice(word?.length ?? 0)
  }
  if (clauses.length === 0) throw unreadable()
  if (joints.size > 1)
    throw refused('You can combine query clauses with AND or with OR, but not with both in one query.')
  if (clauses.length > MOST_CLAUSES)
    throw refused(`A search query can have up to ${MOST_CLAUSES} query clauses; this one has ${clauses.length}.`)
  return { joined: joints.has('or') ? 'or' : 'and', clauses }
}

const FIELD = /^(-)?([A-Za-z_][\w.]*)(?:\[(["'])((?:\\.|(?!\3).)*)\3\])?\s*(:|~|>=|<=|>|<)\s*/
const QUOTED = /^(["'])((?:\\.|(?!\1)[^\\])*)\1/s
const BARE = /^[^\s"'()]+/

function readClause(text: string): readonly [Clause, rest: string] {
  const [head, minus, field = '', , key, operator] = FIELD.exec(text) ?? []
  if (head === undefined) throw unreadable()
  const after = text.slice(head.length)
  const quoted = QUOTED.exec(after)
  const [whole] = quoted ?? BARE.exec(after) ?? []
  if (whole === undefined) throw unreadable()
  const value = quoted ? unescaped(quoted[2] ?? '') : whole === 'null' ? null : whole
  const clause: Clause = {
    negated: minus !== undefined,
    field,
    ...(key !== undefined && { key: unescaped(key) }),
    operator: operator as Operator,
    value,
    quoted: quoted !== null,
  }
  return [clause, after.slice(whole.length)]
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1')
}

function unreadable() {
  return refused(
    'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.',
  )
}

export function refused(message: string) {
  return invalidRequest(message, { param: 'query' })
}
