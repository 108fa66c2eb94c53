import { valueAt } from '../faults/matcher.js'
import type { Fault } from '../faults/schema.js'
import type { ObservedExchange } from '../observe/observed.js'
import type { Calls, Status } from './match.js'
import { isScalar } from './values.js'

type Fields = NonNullable<NonNullable<Fault['when']>['body']>
type Expected = Fields[string]

/** Whether a request is one of those that are meant. */
export function fitsCalls(observed: ObservedExchange, calls: Calls): boolean {
  const { vendor, operation, body, query, header, status } = calls
  if (vendor !== undefined && observed.vendor !== vendor) return false
  if (operation !== undefined && !fitsName(observed.operation, operation)) return false
  if (body && !fitsFields(observed.body, body)) return false
  if (query && !fitsFields(observed.query, query)) return false
  if (header && !fitsFields(observed.exchange.headers, lowerCased(header))) return false
  return status === undefined || fitsStatus(statusOf(observed), status)
}

/** One of the names; `*` stands for anything, names of parameters in a path are not looked at. */
export function fitsName(name: string | undefined, wanted: string | readonly string[]): boolean {
  if (name === undefined) return false
  return [wanted].flat().some((pattern) => regexOf(pattern).test(shape(name)))
}

export function fitsFields(data: unknown, fields: Fields): boolean {
  return Object.entries(fields).every(([path, expected]) => fitsValue(valueAt(data, path), expected))
}

/** A number fits its text too: a form has only text. */
function fitsValue(value: unknown, expected: Expected): boolean {
  if (expected === null) return value === null || value === undefined
  if (!isScalar(value)) return false
  return typeof expected === 'object'
    ? new RegExp(expected.matches).test(String(value))
    : String(value) === String(expected)
}

/** 0 where there was no answer. */
export function statusOf({ outcome }: ObservedExchange): number {
  return outcome.kind === 'reply' ? outcome.status : 0
}

export function fitsStatus(status: number, wanted: Status): boolean {
  return [wanted].flat().some((each) => {
    if (each === 'none') return status === 0
    return typeof each === 'number' ? status === each : String(status)[0] === each[0] && status >= 100
  })
}

const patterns = new Map<string, RegExp>()

function regexOf(pattern: string): RegExp {
  let found = patterns.get(pattern)
  if (!found) {
    const parts = shape(pattern).split('*')
    found = new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`)
    patterns.set(pattern, found)
  }
  return found
}

function shape(key: string): string {
  return key.replace(/\{[^}]+\}/g, '{}')
}

function lowerCased(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
}
