import { typesOf } from '../../description/branch.js'
import type { Description } from '../../description/description.js'
import type { Schema } from '../../description/document.js'
import type { Issue } from '../../description/issue.js'
import { minimal } from '../../description/minimal.js'
import { nearest } from '../../nearest.js'
import { objectSchema } from './describe.js'

type Data = Record<string, unknown>

/** Rounds of mending: putting one thing right can bring the next to light. */
const MOST_ROUNDS = 5

/** The data with as little changed as makes it valid. Unchanged where there is no way that we know. */
export function mend(description: Description, schema: Schema, value: unknown, where: Issue['in']): unknown {
  let data: unknown = structuredClone(value ?? {})
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const issues = description.validator.check(schema, data, where)
    if (issues.length === 0) return data
    // Unknown names first: one of them may be what another issue says is missing.
    const unknown = issues.filter(({ kind }) => kind === 'unknown')
    for (const issue of unknown.length > 0 ? unknown : issues) data = mendOne(description, schema, data, issue)
  }
  return data
}

function mendOne(description: Description, schema: Schema, data: unknown, issue: Issue): unknown {
  const key = issue.path[issue.path.length - 1]
  const holder = at(data, issue.path.slice(0, -1))
  if (key === undefined || typeof holder !== 'object' || holder === null) return data
  const target = holder as Data
  const own = description.validator.locate(schema, issue.path, data)
  if (issue.kind === 'unknown') {
    const outer = description.validator.locate(schema, issue.path.slice(0, -1), data)
    rename(description, outer, target, String(key))
  } else target[key] = better(description, own, issue)
  return data
}

/** A name that is nearly right gets its right spelling, others go. */
function rename(description: Description, schema: Schema | undefined, target: Data, key: string): void {
  const names = Object.keys(schema ? (objectSchema(description, schema).properties ?? {}) : {})
  const meant = nearest(key, names)
  if (meant !== undefined && !(meant in target)) target[meant] = target[key]
  delete target[key]
}

function better(description: Description, schema: Schema | undefined, issue: Issue): unknown {
  const { kind, expected, value } = issue
  if (kind === 'enum' && Array.isArray(expected)) return nearest(String(value), expected.map(String)) ?? expected[0]
  if (kind === 'too-long' && typeof value === 'string') return value.slice(0, Number(expected))
  if ((kind === 'too-small' || kind === 'too-big') && typeof expected === 'number') return expected
  const numeric = schema && typesOf(description.resolve(schema)).some((type) => type === 'integer' || type === 'number')
  if (numeric && typeof value === 'string' && Number.isFinite(Number.parseFloat(value))) {
    return Math.round(Number.parseFloat(value))
  }
  return schema ? example(description, schema) : 'VALUE'
}

/** A least value that says something: not an empty text. */
function example(description: Description, schema: Schema): unknown {
  const at = description.resolve(schema)
  const value = minimal(description, at)
  if (value === '') return 'VALUE'
  if (value === 0 && at.minimum === undefined) return 1
  return value
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<string | number, unknown>)[key]
  }
  return current
}
