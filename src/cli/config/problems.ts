import type { z } from 'zod'
import { SandboxError } from '../../engine/errors.js'
import { nearest } from '../../engine/nearest.js'
import { unknownName } from '../../engine/settings.js'
import type { ConfigDocument } from './document.js'

type Issue = z.core.$ZodIssue

/** All that is wrong with a configuration, as one error: file, place, path, what is there and what should be. */
export function configError(document: ConfigDocument, issues: readonly Issue[], schema: unknown): SandboxError {
  const lines = issues.flatMap((issue) => say(document, issue, schema))
  return new SandboxError('SANDBOX_BAD_CONFIG', lines.join('\n'), 'Correct it there.')
}

/** One line about one place of the file. */
export function problemAt(document: ConfigDocument, path: readonly PropertyKey[], what: string): string {
  const position = document.position(path)
  const name = path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('')
  return `${document.file}${position ? `:${position}` : ''}: ${name ? `${name}: ` : ''}${what}`
}

function say(document: ConfigDocument, issue: Issue, schema: unknown): string[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => problemAt(document, [...path, key], unknownName(key, known)))
  }
  const seen = valueAt(document.value, path)
  return [problemAt(document, path, `${show(seen)} is there, but ${expectation(issue, seen)}`)]
}

function expectation(issue: Issue, seen: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${article(issue.expected === 'int' ? 'whole number' : issue.expected)} is expected`
    case 'invalid_value': {
      const meant = typeof seen === 'string' ? nearest(seen, issue.values.map(String)) : undefined
      const choices = issue.values.map((value) => `'${String(value)}'`).join(' or ')
      return `${choices} is expected${meant && issue.values.length > 1 ? `; did you mean '${meant}'?` : ''}`
    }
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' character' : issue.origin === 'array' ? ' item' : ''} is expected`
    case 'too_big':
      return `at most ${issue.maximum} is expected`
    case 'invalid_format':
      return issue.format === 'url' ? 'an http or https URL is expected' : `a ${issue.message} is expected`
    case 'invalid_union':
      return typeof seen === 'string' ? 'an http or https URL is expected' : 'a URL, or a list of URLs, is expected'
    default:
      return issue.message
  }
}

function article(noun: string): string {
  const known: Record<string, string> = {
    record: 'set of settings',
    object: 'set of settings',
    array: 'list',
    boolean: 'true or false',
  }
  const word = known[noun] ?? noun
  return word === 'true or false' ? word : `a ${word}`
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path)
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined
  return at
}

/** Names that an object of the schema takes. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = unwrap(schema)
  for (const key of path) at = unwrap(shapeOf(at)[String(key)])
  return Object.keys(shapeOf(at))
}

function shapeOf(schema: unknown): Record<string, unknown> {
  return ((schema as { shape?: Record<string, unknown> } | undefined)?.shape ?? {}) as Record<string, unknown>
}

function unwrap(schema: unknown): unknown {
  const inner = schema as { unwrap?: () => unknown } | undefined
  return typeof inner?.unwrap === 'function' ? inner.unwrap() : schema
}
