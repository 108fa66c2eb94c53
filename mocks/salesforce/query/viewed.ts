import type { SalesforceWorld } from '../world.js'
import type { Answered } from './run-soql.js'

/**
 * FOR VIEW and FOR REFERENCE: the records were looked at now. Held in the record, not by user, as an org of one user does.
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_for_view.htm (read 2026-11)
 */
export function noteViewed(world: SalesforceWorld, { query, object, rows }: Answered): void {
  const clauses = new Set(query.forClauses.map((clause) => clause.text))
  const fields = [
    ...(clauses.has('VIEW') ? ['LastViewedDate', 'LastReferencedDate'] : []),
    ...(clauses.has('REFERENCE') ? ['LastReferencedDate'] : []),
  ].filter((name) => object.field(name))
  if (fields.length === 0) return
  const now = world.now()
  const patch = Object.fromEntries(fields.map((name) => [name, now]))
  for (const row of rows) world.records(object.name).update(row.Id, patch)
}
