import { notModelled } from '../errors.js'
import { objectNamed, scopeOf } from '../soql/bind-path.js'
import type { Environment } from '../soql/environment.js'
import { compileFilter } from '../soql/filter.js'
import { parseSoql } from '../soql/parse.js'
import type { Json } from '../soql/shape.js'
import { inItsWords } from './run-soql.js'

/**
 * How a query would be answered: by an index where there is one, and by a scan. Cardinalities are the sandbox's own, costs
 * the share of the object's rows that is read.
 * @throws those of a query (400) @unverified how Salesforce reckons costs
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_explain.htm (read 2026-11)
 */
export function explain(text: string, environment: Environment): Json {
  if (/^00[OB]\w{12}(?:\w{3})?$/.test(text)) throw notModelled('the plan of a report or a list view')
  const { object, found } = inItsWords(text, () => {
    const query = parseSoql(text)
    const object = objectNamed(query.from.object, environment)
    return { object, found: compileFilter(query, scopeOf(query.from, object, environment)).candidates() }
  })
  const size = environment.source.all(object).length
  const common = { sobjectCardinality: size, sobjectType: object.name }
  const scan = {
    cardinality: size,
    fields: [],
    leadingOperationType: 'TableScan',
    notes: [],
    relativeCost: 1,
    ...common,
  }
  const index = found && {
    cardinality: found.rows.length,
    fields: [...found.fields],
    leadingOperationType: 'Index',
    notes: [],
    relativeCost: size === 0 ? 0 : found.rows.length / size,
    ...common,
  }
  return { plans: index ? [index, scan] : [scan], sourceQuery: text }
}
