import { systemActor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { environmentOf } from '../query/environment-of.js'
import { scopeOf } from '../soql/bind-path.js'
import type { Environment } from '../soql/environment.js'
import { compileFilter } from '../soql/filter.js'
import { parseSoql } from '../soql/parse.js'
import { SoqlError, showSource } from '../soql/soql-error.js'
import type { SalesforceWorld } from '../world.js'
import type { RecordRow } from './record.js'

/**
 * Whether a row fits a condition of the configuration, written as in a WHERE: `Amount < 0 AND StageName = 'Closed Won'`.
 * @throws MALFORMED_QUERY, INVALID_FIELD (400) for a condition that is none, with its place
 */
export function fits(world: SalesforceWorld, object: SObject, condition: string, row: RecordRow): boolean {
  const environment: Environment = environmentOf(world, systemActor(world), false)
  const text = `SELECT Id FROM ${object.name} WHERE ${condition}`
  try {
    const query = parseSoql(text)
    return compileFilter(query, scopeOf(query.from, object, environment)).test(row)
  } catch (error) {
    throw error instanceof SoqlError ? showSource(error, text) : error
  }
}
