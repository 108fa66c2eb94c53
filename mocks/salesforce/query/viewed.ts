import { markViewed } from '../records/recent.js'
import type { SalesforceWorld } from '../world.js'
import type { Answered } from './run-soql.js'

/**
 * FOR VIEW and FOR REFERENCE: the user looked at the records now; viewed ones are then among the recent.
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_for_view.htm (read 2026-11)
 */
export function noteViewed(world: SalesforceWorld, userId: string, { query, object, rows }: Answered): void {
  const clauses = new Set(query.forClauses.map((clause) => clause.text))
  if (clauses.size === 0) return
  const names = clauses.has('VIEW') ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate']
  const now = world.now()
  const patch = Object.fromEntries(names.filter((name) => object.field(name)).map((name) => [name, now]))
  for (const row of rows) {
    world.records(object.name).update(row.Id, patch)
    if (clauses.has('VIEW')) markViewed(world, userId, object, row.Id)
  }
}
