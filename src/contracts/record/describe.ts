import type { Examples } from './examples.js'
import type { Heard } from './heard.js'

/** Where vendors put the code of a refusal; the first that is there counts. */
const CODES = [
  ['error', 'decline_code'],
  ['error', 'code'],
  ['error', 'type'],
  ['error'],
  ['errorCode'],
  ['code'],
  ['title'],
  ['name'],
] as const

/** Fields that tell the life of a resource: two answers that differ in them are two interactions. */
export const STATES = ['status', 'state', 'State', 'Status']

/** The operation as it was asked for: parameters of its path by name where they are ids, as they are where they are names. */
export function operationOf(heard: Heard, examples: Examples): string {
  const { operation, params } = heard.source
  if (operation === undefined) return `${heard.method} ${withoutIds(heard.path, examples)}`
  return operation.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined || examples.idsIn(value).length > 0 ? whole : examples.text(value, heard.source.at)
  })
}

/** What an interaction is called: the operation, what was given and what came of it. The same for what is the same. */
export function describeExchange(heard: Heard, examples: Examples): string {
  const given = fieldsOf(heard, examples)
  const asked = `${operationOf(heard, examples)}${given.length > 0 ? ` (${given.join(', ')})` : ''}`
  return `${asked} gives ${outcomeOf(heard)}`
}

function withoutIds(path: string, examples: Examples): string {
  return examples.idsIn(path).reduce((text, id) => text.replace(id, '{id}'), path)
}

function fieldsOf({ query, request, source }: Heard, examples: Examples): string[] {
  const asked = query.map(([name, value]) =>
    /\s/.test(value) ? `${name}: ${statement(value, examples, source.at)}` : name,
  )
  const given = request?.form?.map(([name]) => name.replace(/\[.*/, '')) ?? Object.keys(membersOf(request?.json))
  return [...new Set([...asked, ...given])].sort()
}

/** A query in a language of its own, with what it looks for left out. */
function statement(text: string, examples: Examples, now: number): string {
  const short = examples.text(text, now).replace(/'[^']*'/g, "'...'")
  return short.length > 120 ? `${short.slice(0, 119)}…` : short
}

function membersOf(json: unknown): object {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {}
}

function outcomeOf({ status, response }: Heard): string {
  const code = status >= 400 ? errorCode(response?.json) : undefined
  if (code !== undefined) return `${status} ${code}`
  const members = membersOf(response?.json) as Record<string, unknown>
  const state = STATES.map((name) => members[name]).find((value) => typeof value === 'string')
  return status < 400 && state !== undefined ? `${status} ${state}` : String(status)
}

/** The code of a refusal in the vendor's own words. */
function errorCode(json: unknown): string | undefined {
  const first = Array.isArray(json) ? json[0] : json
  for (const path of CODES) {
    const value = path.reduce<unknown>((at, key) => (membersOf(at) as Record<string, unknown>)[key], first)
    if (typeof value === 'string') return value
  }
  return undefined
}
