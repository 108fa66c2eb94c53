import { inItsWords } from '../query/run-soql.js'
import type { Query } from '../soql/ast.js'
import { objectNamed } from '../soql/bind-path.js'
import type { Environment } from '../soql/environment.js'
import { execute } from '../soql/execute.js'
import { isAggregate } from '../soql/group-query.js'
import type { Json } from '../soql/shape.js'
import { matcher, searchedFields } from './match.js'
import type { Group, Sosl, Term } from './sosl-ast.js'
import { malformedSearch } from './term.js'

/** No search gives more than this in all. */
const MOST = 2000
/** What a search without RETURNING looks through. @unverified which objects */
const DEFAULT_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'User']

/** Answers a search; records come object by object, in the order of RETURNING. */
export function runSearch(sosl: Sosl, text: string, environment: Environment): Json[] {
  const queries = sosl.returning.length > 0 ? sosl.returning.map(({ query }) => query) : defaults(environment)
  const most = Math.min(MOST, sosl.limit ?? MOST)
  const records: Json[] = []
  for (const query of queries) {
    if (records.length >= most) break
    const found = inItsWords(text, () => searchObject(query, sosl.find, sosl.group, environment))
    for (const record of found.slice(0, most - records.length)) records.push(record)
  }
  return records
}

function defaults({ catalogue, access }: Environment): Query[] {
  return DEFAULT_OBJECTS.filter((name) => {
    const object = catalogue.object(name)
    return object && access.quiet.readsObject(object)
  }).map(queryOf)
}

function queryOf(name: string): Query {
  const span = { start: 0, end: 0 }
  const path = { kind: 'path' as const, names: [{ text: 'Id', ...span }], ...span }
  return {
    select: [{ kind: 'field', path, alias: undefined, ...span }],
    from: { object: { text: name, ...span }, alias: undefined, more: [] },
    scope: undefined,
    where: undefined,
    withClause: undefined,
    groupBy: undefined,
    having: undefined,
    orderBy: [],
    limit: undefined,
    offset: undefined,
    forClauses: [],
    allRows: undefined,
    ...span,
  }
}

/** The object's own query, over those rows alone that match the term. */
export function searchObject(query: Query, find: Term, group: Group, environment: Environment): Json[] {
  if (isAggregate(query)) throw malformedSearch('Aggregate functions are not allowed in a search')
  const object = objectNamed(query.from.object, environment)
  if (!object.searchable) throw malformedSearch(`Entity '${object.name}' is not searchable`)
  const matches = matcher(find, searchedFields(object, group, environment.access), group)
  const result = execute(query, environment, matches)
  return result.records(0, result.totalSize, { childBatch: MOST, keepRest: undefined })
}
