import type { CallFacts } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { fail, notModelled } from '../errors.js'
import type { Json } from '../soql/shape.js'
import type { SalesforceWorld } from '../world.js'
import { batchSizeOf } from './batch-size.js'
import { columnsOf } from './columns.js'
import { keepCursor } from './cursors.js'
import { environmentOf } from './environment-of.js'
import { explain } from './explain.js'
import { type Answered, runSoql } from './run-soql.js'
import { checkActivities } from './too-large.js'
import { noteViewed } from './viewed.js'

interface Asked {
  readonly params: { readonly version: string }
  readonly query: { readonly q?: string; readonly explain?: string; readonly columns?: string }
  readonly call: CallFacts
}

/**
 * Answers a SOQL query: at most 2,000 records, and the link to the next. `explain=` tells how it would be found, `columns=true`
 * of what columns it is.
 * @throws MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, INVALID_QUERY_FILTER_OPERATOR, NUMBER_OUTSIDE_VALID_RANGE, MISSING_ARGUMENT,
 * INVALID_BATCH_SIZE, QUERY_TIMEOUT (400), OPERATION_TOO_LARGE (403), STANDIN_NOT_SIMULATED (501)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm (read 2026-11)
 */
export const query = behaviour('GET /services/data/{version}/query', (asked, world) => answer(asked, world, 'query'))

/** As query, with what is in the recycle bin. @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm (read 2026-11) */
export const queryAll = behaviour('GET /services/data/{version}/queryAll', (asked, world) =>
  answer(asked, world, 'queryAll'),
)

/** Objects whose rows an org makes up out of its metadata when it is asked: an empty answer would be a false one. */
const MADE_UP = new Set([
  'EntityDefinition',
  'EntityParticle',
  'FieldDefinition',
  'PicklistValueInfo',
  'RelationshipDomain',
  'RelationshipInfo',
  'UserEntityAccess',
  'UserFieldAccess',
  'UserRecordAccess',
])

function answer(asked: Asked, world: SalesforceWorld, resource: 'query' | 'queryAll'): Json {
  const { params, call } = asked
  const actor = actorOf(call, world, params.version)
  const environment = environmentOf(world, actor, resource === 'queryAll')
  if (asked.query.explain !== undefined) return explain(asked.query.explain, environment)
  const { q } = asked.query
  // @unverified the code and the words
  if (q === undefined || q.trim() === '') throw fail(400, 'MISSING_ARGUMENT', 'Missing required parameter: q')
  if (asked.query.columns === 'true') return columnsOf(q, environment)
  checkTime(world, call)
  const answered = runSoql(q, environment)
  checkActivities(world, actor, answered.object)
  if (MADE_UP.has(answered.object.name)) throw notModelled(`queries of ${answered.object.name}`)
  noteViewed(world, actor.userId, answered)
  const link = (locator: string) => `/services/data/${params.version}/${resource}/${locator}`
  return firstPage(world, answered, { userId: actor.userId, batch: batchSizeOf(call), link })
}

/** How long a query may take, in milliseconds. @source facts A10 (read 2026-11-23) */
const LONGEST = 120_000

/** A delay on purpose stands for a query that takes long; it has been waited for by now. @unverified the words */
function checkTime(world: SalesforceWorld, call: CallFacts): void {
  const set = world.setting('queryTimeout')
  if (call.delay < (typeof set === 'number' ? set : LONGEST)) return
  throw fail(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.')
}

interface Paging {
  readonly userId: string
  readonly batch: number
  link(locator: string): string
}

/** The first page; the rest, if there is any, is written out as it is now and kept. */
function firstPage(world: SalesforceWorld, answered: Answered, { userId, batch, link }: Paging): Json {
  const rendering = {
    childBatch: batch,
    keepRest: (children: readonly Json[]) => {
      const facts = { total: children.length, pageSize: batch }
      return link(`${keepCursor(world, userId, inPages(children, batch), facts)}-${batch}`)
    },
  }
  const { totalSize, rows } = answered
  const isPaged = rows.length > batch
  const records = answered.records(0, isPaged ? batch : totalSize, rendering)
  if (!isPaged) return { totalSize, done: true, records }
  const pages = function* () {
    yield records
    for (let from = batch; from < rows.length; from += batch) yield answered.records(from, from + batch, rendering)
  }
  const id = keepCursor(world, userId, pages(), { total: totalSize, pageSize: batch })
  return { totalSize, done: false, nextRecordsUrl: link(`${id}-${batch}`), records }
}

function* inPages(records: readonly Json[], size: number): Generator<readonly Json[]> {
  for (let from = 0; from < records.length; from += size) yield records.slice(from, from + size)
}
