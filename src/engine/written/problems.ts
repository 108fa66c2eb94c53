import type { z } from 'zod'
import { SandboxError, type SandboxErrorCode } from '../errors.js'
import { nearest } from '../nearest.js'
import { unknownName } from '../settings.js'
import type { WrittenDocument } from './document.js'
import { discriminants, keysAt, member, schemasAt } from './schema-at.js'

type Issue = z.core.$ZodIssue

/** All that is wrong with what a person wrote, as one error: file, place, path, what is there and what should be. */
export function writtenError(
  code: SandboxErrorCode,
  document: WrittenDocument,
  issues: readonly Issue[],
  schema: z.ZodType,
): SandboxError {
  const lines = issues.flatMap((issue) => say(document, issue, schema))
  return new SandboxError(code, [...new Set(lines)].join('\n'), 'Correct it there.')
}

/** One line about one place of the file. */
export function problemAt(document: WrittenDocument, path: readonly PropertyKey[], what: string): string {
  const position = document.position(path)
  const name = pathName(path)
  return `${document.file}${position ? `:${position}` : ''}: ${name ? `${name}: ` : ''}${what}`
}

/** `steps[2].do.trigger`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('')
}

function say(document: WrittenDocument, issue: Issue, schema: z.ZodType): string[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, document.value, path)
    return issue.keys.map((key) => problemAt(document, [...path, key], unknownName(key, known)))
  }
  const seen = valueAt(document.value, path)
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue)
    if (inner.length > 0) {
      return inner.flatMap((each) => say(document, { ...each, path: [...path, ...each.path] } as Issue, schema))
    }
    return [problemAt(document, path, `${show(seen)} is there, but ${choices(issue, document.value, schema, seen)}`)]
  }
  const place = issue.code === 'custom' ? '' : `${show(seen)} is there, but `
  return [problemAt(document, path, `${place}${expectation(issue, seen)}`)]
}

/** Of the branches of a union, the problems of the one that was most likely meant: whose form fits and that has the least wrong. */
function likeliest({ errors }: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const formed = errors.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const deep = formed.filter((issues) => issues.length > 0)
  return [...deep].sort((a, b) => a.length - b.length)[0] ?? []
}

function choices(issue: z.core.$ZodIssueInvalidUnion, value: unknown, schema: z.ZodType, seen: unknown): string {
  if ('discriminator' in issue && issue.discriminator !== undefined) {
    const known = discriminants(schema, value, issue.path)
    const meant = typeof seen === 'string' ? nearest(seen, known) : undefined
    return meant ? `'${meant}' was meant?` : `one of ${known.join(', ')} is expected`
  }
  if (issue.message !== 'Invalid input') return issue.message
  const described = schemasAt(schema, value, issue.path.slice(0, -1)).length > 0
  const formats = issue.errors.flat().some((inner) => inner.code === 'invalid_format')
  if (formats || !described) {
    return typeof seen === 'string' ? 'an http or https URL is expected' : 'a URL, or a list of URLs, is expected'
  }
  const kinds = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []))
  return `${[...new Set(kinds)].map(noun).join(', or ')} is expected`
}

function expectation(issue: Issue, seen: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${noun(issue.expected)} is expected`
    case 'invalid_value': {
      const meant = typeof seen === 'string' ? nearest(seen, issue.values.map(String)) : undefined
      const allowed = issue.values.map((value) => `'${String(value)}'`).join(' or ')
      return `${allowed} is expected${meant && issue.values.length > 1 ? `; did you mean '${meant}'?` : ''}`
    }
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)} is expected`
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)} is expected`
    case 'invalid_format':
      return issue.format === 'url' ? 'an http or https URL is expected' : `a ${issue.message} is expected`
    default:
      return issue.message
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' character' : origin === 'array' ? ' item' : ''
}

function noun(type: string): string {
  const known: Record<string, string> = {
    record: 'a set of settings',
    object: 'a set of settings',
    array: 'a list',
    tuple: 'a list',
    boolean: 'true or false',
    int: 'a whole number',
  }
  return known[type] ?? `a ${type}`
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(member, value)
}
