import type { SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { Query } from './ast.js'
import type { Environment } from './environment.js'
import { malformed } from './soql-error.js'

/** Scopes that leave nothing out in an org without territories, teams and delegates. */
const OPEN = new Set(['everything', 'scopingrule'])
const CLOSED = new Set(['delegated', 'my_territory', 'my_team_territory', 'team'])

/** What USING SCOPE leaves of an object's rows. @unverified the words of the refusal, and that scopes of teams are empty */
export function scopeTest(
  query: Query,
  object: SObject,
  environment: Environment,
): ((row: RecordRow) => boolean) | undefined {
  const { scope } = query
  if (!scope) return undefined
  const name = scope.text.toLowerCase()
  if (OPEN.has(name)) return undefined
  if (CLOSED.has(name)) return () => false
  if ((name !== 'mine' && name !== 'mine_and_my_groups') || !object.field('OwnerId'))
    throw malformed(`scope '${scope.text}' is not supported for ${object.name}`, scope.start)
  return (row) => row.OwnerId === environment.userId
}
