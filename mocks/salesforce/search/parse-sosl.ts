import type { Query } from '../soql/ast.js'
import { parseSoql } from '../soql/parse.js'
import { SoqlError } from '../soql/soql-error.js'
import type { Group, Returning, Sosl } from './sosl-ast.js'
import { malformedSearch, parseTerm } from './term.js'

const GROUPS = new Set<string>(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'])

/**
 * Parses `FIND {term} IN group FIELDS RETURNING Object(fields WHERE ... LIMIT n), ... LIMIT n`.
 * @throws MALFORMED_SEARCH (400); MALFORMED_QUERY for what is wrong between an object's parentheses
 * @source https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm (read 2026-11)
 */
export function parseSosl(text: string): Sosl {
  const found = /^\s*FIND\s*\{((?:[^{}\\]|\\[\s\S])*)\}/i.exec(text)
  if (!found) throw malformedSearch('No search term found. The search term must be enclosed in braces.')
  const find = parseTerm((found[1] ?? '').replace(/\\([{}])/g, '$1'))
  let rest = text.slice(found[0].length).trim()
  const group = /^IN\s+(\w+)\s+FIELDS\b/i.exec(rest)
  if (group && !GROUPS.has(group[1]?.toUpperCase() ?? '')) throw unexpected(group[1] ?? '')
  if (group) rest = rest.slice(group[0].length).trim()
  const returning = /^RETURNING\b/i.exec(rest)
  const parts = returning ? splitReturning(rest.slice(returning[0].length)) : { objects: [], rest }
  const limit = limitIn(parts.rest)
  return {
    find,
    group: (group?.[1]?.toUpperCase() ?? 'ALL') as Group,
    returning: parts.objects.map(parseReturning),
    limit,
  }
}

function unexpected(text: string) {
  return malformedSearch(`unexpected token: '${text}'`)
}

/** Cuts the objects apart at the commas outside parentheses; what follows the last is the rest of the clauses. */
function splitReturning(text: string): { objects: string[]; rest: string } {
  const objects: string[] = []
  let rest = text.trim()
  for (;;) {
    const name = /^\w+\s*/.exec(rest)
    if (!name) throw unexpected(rest.slice(0, 1) || '<EOF>')
    const end = rest[name[0].length] === '(' ? closing(rest, name[0].length) : name[0].length
    objects.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
    if (!rest.startsWith(',')) return { objects, rest }
    rest = rest.slice(1).trim()
  }
}

/** Where the parenthesis that opens at a place is closed; quoted text is passed over. */
function closing(text: string, from: number): number {
  let depth = 0
  const pieces = /'(?:[^'\\]|\\[\s\S])*'|[()]/g
  pieces.lastIndex = from
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) {
    if (piece[0] === '(') depth++
    else if (piece[0] === ')' && --depth === 0) return pieces.lastIndex
  }
  throw unexpected('<EOF>')
}

/** What stands in the parentheses is a query without SELECT and FROM. */
function parseReturning(text: string): Returning {
  const [, name = '', inner = ''] = /^(\w+)\s*(?:\(([\s\S]*)\))?$/.exec(text) ?? []
  const clauses = /(?:^|\s)(?:WHERE|USING|ORDER\s+BY|LIMIT|OFFSET)\b/i.exec(inner)
  const fields = (clauses ? inner.slice(0, clauses.index) : inner).trim() || 'Id'
  const tail = clauses ? inner.slice(clauses.index) : ''
  return { query: parseInner(`SELECT ${fields} FROM ${name} ${tail}`) }
}

function parseInner(text: string): Query {
  try {
    return parseSoql(text)
  } catch (error) {
    throw error instanceof SoqlError ? malformedSearch(error.message) : error
  }
}

/** LIMIT, after WITH and before UPDATE; these are read and have no effect. */
function limitIn(text: string): number | undefined {
  const known =
    /^(?:WITH\s+(?!LIMIT\b)[\s\S]*?)?(?:LIMIT\s+(\d+))?\s*(?:UPDATE\s+(?:TRACKING|VIEWSTAT)(?:\s*,\s*(?:TRACKING|VIEWSTAT))*)?$/i.exec(
      text,
    )
  if (!known) throw unexpected(/^\S+/.exec(text)?.[0] ?? '')
  return known[1] === undefined ? undefined : Number(known[1])
}
