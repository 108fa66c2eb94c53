import { EACH } from '../drift/promise.js'
import { jsonPath } from '../pact/json-path.js'
import type { Matcher, MatchingRules } from '../pact/pact-file.js'

type Category = MatchingRules[string] | undefined

/** Only the type is handed on to what is inside. */
const HANDED_ON = new Set(['type'])

/** The matchers for a field of a body, by its path or by what it is inside of; or for a header, by its name. */
export function matchersAt(category: Category, at: readonly string[] | string): readonly Matcher[] {
  if (category === undefined || 'matchers' in category) return []
  const rules = category as Exclude<Category, undefined | { matchers: unknown }> &
    Record<string, { matchers: Matcher[] }>
  if (typeof at === 'string') {
    const name = Object.keys(rules).find((key) => key.toLowerCase() === at.toLowerCase())
    return name === undefined ? [] : (rules[name]?.matchers ?? [])
  }
  const own = find(rules, at)
  if (own) return own
  for (let length = at.length - 1; length >= 0; length--) {
    const inherited = find(rules, at.slice(0, length))?.filter(({ match }) => HANDED_ON.has(match))
    if (inherited && inherited.length > 0) return inherited
  }
  return []
}

function find(rules: Record<string, { matchers: Matcher[] }>, path: readonly string[]): readonly Matcher[] | undefined {
  const items = path.map((segment) => (segment === EACH ? '*' : segment))
  const first = path.map((segment) => (segment === EACH ? 0 : segment))
  return (rules[jsonPath(items)] ?? rules[jsonPath(first)])?.matchers
}
