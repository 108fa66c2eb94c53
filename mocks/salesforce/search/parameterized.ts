import type { CallFacts } from '../../../src/engine/kit.js'
import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { environmentOf } from '../query/environment-of.js'
import { inItsWords } from '../query/run-soql.js'
import type { Environment } from '../soql/environment.js'
import { parseSoql } from '../soql/parse.js'
import type { Json } from '../soql/shape.js'
import type { SalesforceWorld } from '../world.js'
import { searchObject } from './run-search.js'
import type { Group, Term } from './sosl-ast.js'
import { parseTerm } from './term.js'

interface Wanted {
  readonly name: string
  readonly fields?: readonly string[]
  readonly where?: string
  readonly orderBy?: string
  readonly limit?: number
}

/** A search as its parts. */
interface Parameters {
  readonly q: string
  readonly in: Group
  readonly sobjects: readonly Wanted[]
  readonly fields: readonly string[]
  readonly defaultLimit: number | undefined
  readonly overallLimit: number
  readonly offset: number
}

const MOST = 2000
const GROUPS = new Set(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'])
const DEFAULT_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'User']

/**
 * Searches for words that are given apart from the rest of the search.
 * @throws MALFORMED_SEARCH, INVALID_SEARCH, INVALID_FIELD, INVALID_TYPE (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized.htm (read 2026-11)
 */
export const parameterizedSearch = behaviour(
  'GET /services/data/{version}/parameterizedSearch',
  ({ params, query, call }, world) => answer(fromQuery(query), call, world, params.version),
)

/** As by query, with a body. @throws as there @source as there */
export const parameterizedSearchByBody = behaviour(
  'POST /services/data/{version}/parameterizedSearch',
  ({ params, body, call }, world) => answer(fromBody(body ?? {}), call, world, params.version),
)

function answer(parameters: Parameters, call: CallFacts, world: SalesforceWorld, version: string): Json {
  const environment = environmentOf(world, actorOf(call, world, version), false)
  const find = parseTerm(parameters.q)
  const records = parameters.sobjects.flatMap((wanted) => searchOne(wanted, find, parameters, environment))
  return { searchRecords: records.slice(parameters.offset, parameters.offset + parameters.overallLimit) }
}

function searchOne(wanted: Wanted, find: Term, parameters: Parameters, environment: Environment): Json[] {
  const fields = wanted.fields ?? parameters.fields
  const limit = wanted.limit ?? parameters.defaultLimit
  const text = [
    `SELECT ${fields.length > 0 ? fields.join(', ') : 'Id'} FROM ${wanted.name}`,
    ...(wanted.where ? [`WHERE ${wanted.where}`] : []),
    ...(wanted.orderBy ? [`ORDER BY ${wanted.orderBy}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join(' ')
  return inItsWords(text, () => searchObject(parseSoql(text), find, parameters.in, environment))
}

function fromQuery(query: Readonly<Record<string, unknown>>): Parameters {
  const list = (value: unknown) => (typeof value === 'string' ? value.split(',').map((one) => one.trim()) : undefined)
  const sobject = typeof query.sobject === 'string' ? query.sobject : undefined
  const wanted = sobject?.split(',').map((name) => ({
    name: name.trim(),
    ...withText('where', query[`${name}.where`]),
    ...(list(query[`${name}.fields`]) && { fields: list(query[`${name}.fields`]) ?? [] }),
    ...(query[`${name}.limit`] !== undefined && { limit: whole(query[`${name}.limit`], MOST) }),
  }))
  return { ...common(query), sobjects: wanted ?? defaults(), fields: list(query.fields) ?? [] }
}

function withText(key: 'where' | 'orderBy', value: unknown): { where?: string; orderBy?: string } {
  return typeof value === 'string' ? { [key]: value } : {}
}

function fromBody(body: Readonly<Record<string, unknown>>): Parameters {
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined
  const sobjects = Array.isArray(body.sobjects) ? body.sobjects.map((one) => wantedIn(one, texts)) : defaults()
  return { ...common(body), sobjects, fields: texts(body.fields) ?? [] }
}

function wantedIn(value: unknown, texts: (value: unknown) => string[] | undefined): Wanted {
  const one = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const fields = texts(one.fields)
  return {
    name: String(one.name ?? ''),
    ...(fields && { fields }),
    ...withText('where', one.where),
    ...withText('orderBy', one.orderBy),
    ...(one.limit !== undefined && { limit: whole(one.limit, MOST) }),
  }
}

function common(given: Readonly<Record<string, unknown>>): Omit<Parameters, 'sobjects' | 'fields'> {
  const group = String(given.in ?? 'ALL').toUpperCase()
  // @unverified the words
  if (!GROUPS.has(group)) throw fail(400, 'INVALID_SEARCH', `Invalid search scope: ${String(given.in)}`)
  return {
    q: typeof given.q === 'string' ? given.q : '',
    in: group as Group,
    defaultLimit: given.defaultLimit === undefined ? undefined : whole(given.defaultLimit, MOST),
    overallLimit: whole(given.overallLimit, MOST),
    offset: whole(given.offset, 0),
  }
}

/** A whole number from 0 to 2,000. */
function whole(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise)
  if (!Number.isInteger(number) || number < 0 || number > MOST)
    throw fail(400, 'INVALID_SEARCH', `Invalid number: ${String(value)}`)
  return number
}

function defaults(): Wanted[] {
  return DEFAULT_OBJECTS.map((name) => ({ name }))
}
