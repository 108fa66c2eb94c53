import type { z } from 'zod'
import { lazyRequire } from '../lazy-require.js'
import { bestBranch } from './branch.js'
import type { Description } from './description.js'
import type { Schema } from './document.js'
import type { Issue, IssueKind } from './issue.js'
import { type Mode, standalone } from './json-schema.js'

/** Loaded by the first request that has something to check: it takes a tenth of what an idle process holds. */
const zod = lazyRequire<typeof import('zod')>('zod')

type ZodIssue = z.core.$ZodIssue
type Path = readonly (string | number)[]

/** Checks values against schemas of one description. Each is compiled when first needed and kept. */
export class Validator {
  private readonly description: Description
  private readonly compiled = { request: new WeakMap<Schema, z.ZodType>(), answer: new WeakMap<Schema, z.ZodType>() }

  constructor(description: Description) {
    this.description = description
  }

  check(schema: Schema, value: unknown, where: Issue['in'], mode: Mode = 'request'): Issue[] {
    const result = this.compile(schema, mode).safeParse(value)
    if (result.success) return []
    return result.error.issues.flatMap((issue) => this.translate(issue, [], schema, value, where))
  }

  private compile(schema: Schema, mode: Mode): z.ZodType {
    let compiled = this.compiled[mode].get(schema)
    if (!compiled) {
      compiled = zod().fromJSONSchema(standalone(this.description, schema, mode) as never) as z.ZodType
      this.compiled[mode].set(schema, compiled)
    }
    return compiled
  }

  private translate(issue: ZodIssue, prefix: Path, schema: Schema, root: unknown, where: Issue['in']): Issue[] {
    const path = [...prefix, ...(issue.path as Path)]
    const value = at(root, path)
    const found = (
      kind: IssueKind,
      expected: Issue['expected'],
      where_: Path = path,
      seen: unknown = value,
    ): Issue[] => [{ in: where, path: where_, kind, expected, value: seen }]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.flatMap((key) => found('unknown', '', [...path, key], at(root, [...path, key])))
    }
    if (value === undefined) return found('missing', issue.code === 'invalid_type' ? issue.expected : '')
    switch (issue.code) {
      case 'invalid_type':
        return found('type', this.isInteger(issue.expected, schema, path, root) ? 'integer' : issue.expected)
      case 'invalid_value':
        return found('enum', issue.values)
      case 'too_big':
        return found(issue.origin === 'string' ? 'too-long' : 'too-big', Number(issue.maximum))
      case 'too_small':
        return found(issue.origin === 'string' ? 'too-short' : 'too-small', Number(issue.minimum))
      case 'invalid_union':
        return this.translateUnion(issue, path, schema, root, where)
      case 'invalid_format':
        return found('format', issue.format)
      default:
        return found('other', issue.message)
    }
  }

  /** What is no number at all is told as such, though an integer was described. */
  private isInteger(expected: string, schema: Schema, path: Path, root: unknown): boolean {
    return expected === 'int' || (expected === 'number' && this.locate(schema, path, root)?.type === 'integer')
  }

  /** Of a union's failures, those of the alternative that was meant. */
  private translateUnion(
    issue: z.core.$ZodIssueInvalidUnion,
    path: Path,
    schema: Schema,
    root: unknown,
    where: Issue['in'],
  ): Issue[] {
    const value = at(root, path)
    const described = this.locate(schema, path, root)
    const branches = described?.anyOf ?? described?.oneOf
    const scalar = typeof value !== 'object' || value === null
    const values = issue.errors.flatMap((errors) => errors.flatMap((e) => (e.code === 'invalid_value' ? e.values : [])))
    const chosen = branches?.length === issue.errors.length ? bestBranch(this.description, branches, value) : 0
    const inner = issue.errors[chosen] ?? []
    // Several lists of allowed values for a plain value: what it may be is all of them.
    if (scalar && values.length > 0 && inner.some((e) => e.code === 'invalid_value')) {
      return [{ in: where, path, kind: 'enum', expected: values, value }]
    }
    return inner.flatMap((each) => this.translate(each, path, schema, root, where))
  }

  /** The schema that governs a path, as far as it can be followed. */
  locate(schema: Schema, path: Path, root: unknown): Schema | undefined {
    let current: Schema | undefined = this.description.resolve(schema)
    let value = root
    for (const key of path) {
      const branches: readonly Schema[] | undefined = current?.anyOf ?? current?.oneOf
      if (branches) current = this.description.resolve(branches[bestBranch(this.description, branches, value)] ?? {})
      if (!current) return undefined
      const extra: Schema | undefined =
        typeof current.additionalProperties === 'object' ? current.additionalProperties : undefined
      const own: Schema | undefined = ownProperty(current.properties, String(key))
      const next: Schema | undefined = typeof key === 'number' ? current.items : (own ?? extra)
      current = next && this.description.resolve(next)
      value = at(value, [key])
    }
    return current
  }
}

function ownProperty<T>(of: Readonly<Record<string | number, T>> | undefined, key: string | number): T | undefined {
  return of && Object.hasOwn(of, key) ? of[key] : undefined
}

function at(value: unknown, path: Path): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = ownProperty(current as Record<string | number, unknown>, key)
  }
  return current
}
