import { type Behaviour, type CallFacts, reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { callerOf } from '../auth.js'
import { invalid, notFound } from '../errors.js'
import { boundsOf } from '../rest/page.js'
import { grantedTo } from '../security/access.js'
import type { WorkdayWorld } from '../world.js'
import { executeWql } from './execute.js'
import { parseWql } from './parse.js'
import { SOURCES, type Source } from './sources.js'

/** Rows on one page at most. @unverified */
const MOST = 10_000

interface Asked {
  readonly limit?: string
  readonly offset?: string
}

/** A page of what a query finds. @throws 400 without a query, and with the place of what is wrong in one */
function run(query: unknown, { limit, offset }: Asked, world: WorkdayWorld, call: CallFacts) {
  if (typeof query !== 'string' || query.trim() === '')
    throw invalid(400, { error: 'query is required.', field: 'query' })
  const parsed = parseWql(query)
  const page = boundsOf({ limit: numberOf('limit', limit, MOST), offset: numberOf('offset', offset, 0) }, MOST)
  const { total, data, sensitive } = executeWql(world, parsed, grantedTo(world, callerOf(call).user), page)
  return reply({ body: { total, data }, unlogged: sensitive })
}

function numberOf(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0)
    throw invalid(400, { error: `${name} must be a whole number, not '${text}'.`, field: name })
  return number
}

/** Runs a query of the URL. @source facts B5 (read 2026-11-23) */
const dataByGet = behaviour('GET /ccx/api/wql/v1/{tenant}/data', ({ query, call }, world) =>
  run(query.query, query, world, call),
)

/** Runs a query of the body, where it may be longer. @source facts B5 (read 2026-11-23) */
const dataByPost = behaviour('POST /ccx/api/wql/v1/{tenant}/data', ({ body, query, call }, world) =>
  run((body as { query?: unknown } | undefined)?.query, query, world, call),
)

const describe = ({ id, alias, descriptor }: Source) => ({ id, alias, descriptor })

/** What can be queried. @source facts B5 (read 2026-11-23) */
const dataSources = behaviour('GET /ccx/api/wql/v1/{tenant}/dataSources', ({ query }) => {
  const found = [...SOURCES.values()].filter(({ alias }) => query.alias === undefined || alias === query.alias)
  return { total: found.length, data: found.map(describe) }
})

function sourceNamed(id: string): Source {
  const source = [...SOURCES.values()].find((each) => each.id === id || each.alias === id)
  if (!source) throw notFound()
  return source
}

/** One source. @source facts B5 (read 2026-11-23) */
const dataSource = behaviour('GET /ccx/api/wql/v1/{tenant}/dataSources/{ID}', ({ params }) =>
  describe(sourceNamed(params.ID)),
)

/** Its fields. @source facts B5 (read 2026-11-23) @unverified their form */
const fields = behaviour('GET /ccx/api/wql/v1/{tenant}/dataSources/{ID}/fields', ({ params }) => {
  const all = [...sourceNamed(params.ID).fields.values()].map(({ name, type }) => ({
    alias: name,
    type: { descriptor: type },
  }))
  return { total: all.length, data: all }
})

/** Its filters: none is modelled. @source facts B5 (read 2026-11-23) */
const filters = behaviour('GET /ccx/api/wql/v1/{tenant}/dataSources/{ID}/dataSourceFilters', ({ params }) => {
  sourceNamed(params.ID)
  return { total: 0, data: [] }
})

export const wqlBehaviours: readonly Behaviour[] = [dataByGet, dataByPost, dataSources, dataSource, fields, filters]
