import type { Name, Query } from './ast.js'
import { Cursor } from './cursor.js'
import { parseCount, parseFor, parseFrom, parseGroupBy, parseOrderBy, parseScope, parseWith } from './parse-clauses.js'
import { parseSelect } from './parse-select.js'
import { parseCondition } from './parse-where.js'
import { SoqlError } from './soql-error.js'

const LONGEST = 100_000

/**
 * Parses a SOQL query; every node knows its place in the text.
 * @throws MALFORMED_QUERY (a SoqlError with its position)
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm (read 2026-11)
 */
export function parseSoql(text: string): Query {
  if (text.length > LONGEST) throw new SoqlError('QUERY_TOO_COMPLICATED', 'Query is too long', LONGEST)
  const cursor = new Cursor(text)
  const query = parseQuery(cursor)
  if (cursor.token.kind !== 'end') throw cursor.unexpected()
  return query
}

function parseQuery(cursor: Cursor): Query {
  const { start } = cursor.token
  cursor.expectWord('SELECT')
  const select = parseSelect(cursor, parseQuery)
  cursor.expectWord('FROM')
  const from = parseFrom(cursor)
  const scope = parseScope(cursor)
  const where = cursor.takeWord('WHERE') ? parseCondition(cursor, parseQuery) : undefined
  const withClause = parseWith(cursor)
  const groupBy = parseGroupBy(cursor)
  const having = cursor.takeWord('HAVING') ? parseCondition(cursor, parseQuery) : undefined
  const orderBy = parseOrderBy(cursor)
  const limit = parseCount(cursor, 'LIMIT')
  const offset = parseCount(cursor, 'OFFSET')
  const forClauses = parseFor(cursor)
  const allRows = parseAllRows(cursor)
  const clauses = { scope, where, withClause, groupBy, having, orderBy, limit, offset, forClauses, allRows }
  return { select, from, ...clauses, start, end: cursor.end }
}

function parseAllRows(cursor: Cursor): Name | undefined {
  const { start } = cursor.token
  if (!cursor.takeWord('ALL')) return undefined
  cursor.expectWord('ROWS')
  return { text: 'ALL ROWS', start, end: cursor.end }
}
