import type { Issue } from '../../src/engine/kit.js'
import type { FieldError } from './problems.js'

/**
 * What a body lacks or has too much of, in Mailchimp's words: what is missing is told together, under an empty field.
 * @source drewm/mailchimp-api #179 and #212 (2017); @unverified the words about lists of values, numbers and lengths
 */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  const missing = new Map<string, string[]>()
  const rest: FieldError[] = []
  for (const issue of issues) {
    const parent = issue.path.slice(0, -1).join('.')
    const name = String(issue.path.at(-1) ?? '')
    if (issue.kind === 'missing' && name !== '') missing.set(parent, [...(missing.get(parent) ?? []), name])
    else rest.push({ field: issue.path.join('.'), message: messageOf(issue) })
  }
  const lacking = [...missing].map(([field, names]) => ({
    field,
    message: `Required fields were not provided: ${names.join(', ')}`,
  }))
  return [...lacking, ...rest]
}

function messageOf({ kind, expected, value }: Issue): string {
  switch (kind) {
    case 'type':
      return `Schema describes ${expected}, ${typeOf(value)} found instead`
    case 'enum':
      return `Data presented is not one of the accepted values: ${(expected as readonly unknown[]).join(', ')}.`
    case 'too-long':
      return `Data exceeds the maximum length of ${expected}.`
    case 'too-short':
    case 'empty':
      return 'This value should not be blank.'
    case 'too-big':
      return `This value should be ${expected} or less.`
    case 'too-small':
      return `This value should be ${expected} or more.`
    case 'unknown':
      return 'This field was not expected.'
    default:
      return 'Data did not match any of the schemas described in anyOf.'
  }
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
