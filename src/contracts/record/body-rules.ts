import type { Description, Schema } from '../../index.js'
import { jsonPath, type Path } from '../pact/json-path.js'
import type { Matcher, RulesByPath } from '../pact/pact-file.js'
import type { Examples } from './examples.js'

export interface BodyFacts {
  readonly examples: Examples
  readonly description: Description
  /** What the description says of the body, where it says something. */
  readonly schema: Schema | undefined
  /** Where in the body what the schema describes begins. */
  readonly at?: Path
  /** It is known that the consumer reads what is there, so values that decide something are as they were. */
  readonly read: boolean
  /** A refusal: codes are as they were. */
  readonly refusal: boolean
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const ISO_PATTERN = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?$'

/** The matchers of a body: of its description where that says something, or else of the examples' own types. */
export function bodyRules(example: unknown, facts: BodyFacts): RulesByPath {
  const rules: RulesByPath = {}
  const walk = (value: unknown, path: Path, real: Path): void => {
    if (Array.isArray(value)) {
      rules[jsonPath(path)] = one({ match: 'type', ...(value.length > 0 && { min: 1 }) })
      for (const [i, item] of value.entries()) walk(item, [...path, '*'], [...real, i])
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], [...real, key])
    } else {
      const matcher = matcherOf(value, schemaAt(example, real, facts), facts)
      // Below a list its rule would hold: what has none of its own must say that it is the same.
      const rule = matcher ?? (path.includes('*') ? { match: 'equality' } : undefined)
      if (rule) rules[jsonPath(path)] = one(rule)
    }
  }
  walk(example, [], [])
  return rules
}

/** The only rule of something. */
export function one(matcher: Matcher): { combine: 'AND'; matchers: Matcher[] } {
  return { combine: 'AND', matchers: [matcher] }
}

function schemaAt(root: unknown, path: Path, { schema, at = [], description }: BodyFacts): Schema | undefined {
  if (!schema || at.some((key, i) => path[i] !== key)) return undefined
  const inside = at.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)?.[key], root)
  return description.validator.locate(schema, path.slice(at.length), inside)
}

function matcherOf(value: unknown, schema: Schema | undefined, facts: BodyFacts): Matcher | undefined {
  switch (typeof value) {
    case 'string':
      return textMatcher(value, schema, facts)
    case 'number':
      return { match: Number.isInteger(value) && !mayBeFraction(schema, facts) ? 'integer' : 'number' }
    case 'boolean':
      return facts.read ? undefined : { match: 'boolean' }
    default:
      return undefined
  }
}

function mayBeFraction(schema: Schema | undefined, { description }: BodyFacts): boolean {
  return leaves(schema, description).some(({ type }) => [type].flat().includes('number'))
}

function textMatcher(value: string, schema: Schema | undefined, facts: BodyFacts): Matcher | undefined {
  const id = facts.examples.formOf(value)
  if (id) return { match: 'regex', regex: id.form.matcher(id.kept) }
  const values = allowedValues(schema, value, facts.description)
  if (values && (values.length === 1 || facts.read)) return undefined
  if (values) return { match: 'regex', regex: `^(${values.map(literally).join('|')})$` }
  if (facts.refusal && /^[A-Za-z]+(?:[_.][A-Za-z]+)*$/.test(value)) return undefined
  if (ISO.test(value)) return { match: 'regex', regex: ISO_PATTERN }
  if (/^https?:\/\//.test(value)) return { match: 'regex', regex: '^https?://.+' }
  if (/^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(value)) return { match: 'regex', regex: '^[^@\\s]+@[^@\\s]+$' }
  return { match: 'type' }
}

/** What the description lets a text be, where it is one of those. */
function allowedValues(schema: Schema | undefined, value: string, description: Description): string[] | undefined {
  for (const leaf of leaves(schema, description)) {
    const values = leaf.const !== undefined ? [leaf.const] : leaf.enum
    if (values?.includes(value)) return values.filter((each): each is string => typeof each === 'string')
  }
  return undefined
}

/** The alternatives that a schema comes to. */
function leaves(schema: Schema | undefined, description: Description, depth = 0): Schema[] {
  if (!schema || depth > 6) return []
  const at = description.resolve(schema)
  const branches = at.anyOf ?? at.oneOf
  return branches ? branches.flatMap((branch) => leaves(branch, description, depth + 1)) : [at]
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
