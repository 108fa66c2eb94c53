import { jsonPath, type Path } from '../pact/json-path.js'
import type { MatchingRules, PactRequest, RulesByPath } from '../pact/pact-file.js'
import { one } from './body-rules.js'
import type { Examples } from './examples.js'
import { literally } from './header-rules.js'

/** What of a request need not be the same: ids, credentials and the key of an attempt. */
export function requestRules({ path, query = {}, headers = {}, body }: PactRequest, examples: Examples): MatchingRules {
  const rules: MatchingRules = {}
  const pathPattern = patternOf(path, examples)
  if (pathPattern !== undefined) rules.path = one({ match: 'regex', regex: pathPattern })
  add(
    rules,
    'query',
    entries(query, ([value = '']) => patternOf(value, examples)),
  )
  add(
    rules,
    'header',
    entries(headers, (value, name) => headerPattern(name, String(value), examples)),
  )
  if (body) add(rules, 'body', bodyPatterns(body.content, body.contentType ?? '', examples))
  return rules
}

function add(rules: MatchingRules, category: string, found: RulesByPath): void {
  if (Object.keys(found).length > 0) rules[category] = found
}

function entries<T>(
  of: Readonly<Record<string, T>>,
  pattern: (value: T, name: string) => string | undefined,
): RulesByPath {
  const found = Object.entries(of).flatMap(([name, value]) => {
    const regex = pattern(value, name)
    return regex === undefined ? [] : [[name, one({ match: 'regex', regex })] as const]
  })
  return Object.fromEntries(found)
}

function headerPattern(name: string, value: string, examples: Examples): string | undefined {
  if (name === 'authorization') return `^${literally(value.split(' ')[0] ?? '')} .+$`
  if (name === 'idempotency-key') return '^.+$'
  return patternOf(value, examples)
}

function bodyPatterns(content: unknown, type: string, examples: Examples): RulesByPath {
  if (type.includes('x-www-form-urlencoded')) {
    return Object.fromEntries(
      [...new URLSearchParams(String(content))].flatMap(([name, value]) => ruleAt([name], value, examples)),
    )
  }
  const found: (readonly [string, ReturnType<typeof one>])[] = []
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i])
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    } else if (typeof value === 'string') found.push(...ruleAt(path, value, examples))
  }
  if (typeof content !== 'string') walk(content, [])
  return Object.fromEntries(found)
}

function ruleAt(path: Path, value: string, examples: Examples) {
  const regex = patternOf(value, examples)
  return regex === undefined ? [] : [[jsonPath(path), one({ match: 'regex', regex })] as const]
}

/** A pattern of a text with ids in it, or undefined where there are none. */
export function patternOf(text: string, examples: Examples): string | undefined {
  const ids = examples.idsIn(text)
  if (ids.length === 0) return undefined
  let pattern = literally(text)
  for (const id of ids) {
    const form = examples.formOf(id)
    if (form) pattern = pattern.replace(literally(id), form.form.matcher(form.kept).replace(/^\^|\$$/g, ''))
  }
  return `^${pattern}$`
}
