import { type Behaviour, reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { callerOf } from '../auth.js'
import { invalid, notFound } from '../errors.js'
import { grantedTo } from '../security/access.js'
import type { Condition, Query } from '../wql/ast.js'
import { executeWql } from '../wql/execute.js'
import { FORMATS } from './formats.js'
import { type Report, reportNamed } from './reports.js'

/** What stands in a query of a report beside its prompts. */
const OWN = ['format', 'Effective_as_of_Date', 'Entry_Moment']

/**
 * A report as a service: whole, without pages. Prompts go by their XML alias, those that take an object by `Name!WID`.
 * @throws 404 for a report that there is not or that belongs to somebody else, 400 for a prompt or format that it has not
 * @source facts B5 (read 2026-11-23) @unverified the wording of the errors
 */
const report = behaviour(
  'GET /ccx/service/customreport2/{tenant}/{owner}/{report}',
  ({ params, query, call }, world) => {
    const found = reportNamed(world, params.owner, params.report)
    if (!found) throw notFound()
    const given: Readonly<Record<string, unknown>> = query
    const format = String(given.format ?? 'simplexml')
    const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
    if (!write)
      throw invalid(400, {
        error: `The format '${format}' is none of ${Object.keys(FORMATS).join(', ')}.`,
        field: 'format',
      })
    const { data, sensitive } = executeWql(world, queryOf(found, given), grantedTo(world, callerOf(call).user))
    const { body, contentType } = write(found.name, Object.keys(found.columns), data.map(texts))
    return reply({ body, contentType, unlogged: sensitive })
  },
)

function queryOf(report: Report, given: Readonly<Record<string, unknown>>): Query {
  const conditions = Object.entries(given).flatMap(([name, value]): Condition[] => {
    const alias = name.replace(/!WID$/, '')
    if (OWN.includes(alias)) return []
    const field = report.prompts[alias]
    if (field === undefined) {
      const has = Object.keys(report.prompts).join(', ')
      throw invalid(400, { error: `The report has no prompt '${alias}'. It has: ${has || 'none'}.`, field: alias })
    }
    const text = String(value)
    const literal = text === '1' ? true : text === '0' ? false : text
    return [{ kind: 'compare', field, operator: '=', value: literal }]
  })
  const where = conditions.reduce<Condition | undefined>(
    (left, right) => (left ? { kind: 'and', left, right } : right),
    undefined,
  )
  const date = given.Effective_as_of_Date
  return {
    select: Object.entries(report.columns).map(([alias, field]) => ({ alias, field })),
    distinct: false,
    source: report.source,
    parameters: date === undefined ? {} : { effectiveAsOfDate: String(date) },
    ...(where && { where }),
    groupBy: [],
    orderBy: [],
  }
}

/** Everything in a report is text; days carry a zone, booleans are one digit. */
function texts(row: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}-07:00` : value
  if (typeof value === 'object' && value !== null && 'descriptor' in value) return String(value.descriptor)
  return String(value)
}

export const reportBehaviours: readonly Behaviour[] = [report]
