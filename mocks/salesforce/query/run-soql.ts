import type { Query } from '../soql/ast.js'
import type { Environment } from '../soql/environment.js'
import { execute, type QueryResult } from '../soql/execute.js'
import { parseSoql } from '../soql/parse.js'
import { SoqlError, showSource } from '../soql/soql-error.js'

/** A query's answer before it is cut into pages; the rows are written out only when `records` is asked for them. */
export interface Answered extends QueryResult {
  readonly query: Query
}

/**
 * Parses and answers a query: what REST, bulk query jobs and search go through.
 * @throws MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, INVALID_QUERY_FILTER_OPERATOR (400), with row and column
 */
export function runSoql(text: string, environment: Environment): Answered {
  return inItsWords(text, () => {
    const query = parseSoql(text)
    return { ...execute(query, environment), query }
  })
}

/** Tells what is wrong with a query as Salesforce does: the text around it, a caret, row and column. */
export function inItsWords<T>(text: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof SoqlError ? showSource(error, text) : error
  }
}
