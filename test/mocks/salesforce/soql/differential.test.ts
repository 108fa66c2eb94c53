import { describe, expect, test } from 'vitest'
import type { Query } from '../../../../mocks/salesforce/soql/ast.js'
import { parseSoql } from '../../../../mocks/salesforce/soql/parse.js'
import { CORPUS } from './support/corpus.js'

/** What both parsers must say alike. */
interface Outline {
  readonly object: string
  readonly columns: number
  readonly conditions: number
  readonly order: number
  readonly groups: number
  readonly limit: number | null
  readonly offset: number | null
  readonly children: readonly string[]
}

/** The part of the other parser's tree that is looked at. */
interface Other {
  readonly sObject?: string
  readonly relationshipName?: string
  readonly fields?: readonly { readonly type: string; readonly subquery?: Other }[]
  readonly where?: OtherCondition
  readonly orderBy?: unknown
  readonly groupBy?: unknown
  readonly limit?: number
  readonly offset?: number
}
interface OtherCondition {
  readonly left?: OtherCondition | null
  readonly right?: OtherCondition
  readonly operator?: string
}
interface OtherParser {
  parseQuery(soql: string): Other
}

const NAME = '@jetstreamapp/soql-parser-js'
const other: OtherParser | undefined = await import(NAME).catch(() => undefined)

describe.skipIf(!other)(`beside ${NAME} (skipped where it is not installed)`, () => {
  test.each(CORPUS)('%s', (soql) => {
    const theirs = other?.parseQuery(soql)
    expect(theirs && outlineOfOther(theirs)).toEqual(outline(parseSoql(soql)))
  })
})

function outline(query: Query): Outline {
  const children = query.select.flatMap((item) => (item.kind === 'subquery' ? [item.query.from.object.text] : []))
  return {
    object: query.from.object.text,
    columns: query.select.length,
    conditions: query.where ? leaves(query.where) : 0,
    order: query.orderBy.length,
    groups: query.groupBy ? (query.groupBy.kind === 'plain' ? query.groupBy.items.length : 1) : 0,
    limit: query.limit?.value ?? null,
    offset: query.offset?.value ?? null,
    children,
  }
}

function leaves(condition: NonNullable<Query['where']>): number {
  if (condition.kind === 'not') return leaves(condition.part)
  if (condition.kind === 'and' || condition.kind === 'or')
    return condition.parts.reduce((sum, part) => sum + leaves(part), 0)
  return 1
}

function outlineOfOther(query: Other): Outline {
  const list = (value: unknown) => (value === undefined ? 0 : Array.isArray(value) ? value.length : 1)
  const fields = query.fields ?? []
  return {
    object: query.sObject ?? query.relationshipName ?? '',
    columns: fields.length,
    conditions: leavesOfOther(query.where),
    order: list(query.orderBy),
    groups: list(query.groupBy),
    limit: query.limit ?? null,
    offset: query.offset ?? null,
    children: fields.flatMap(({ subquery }) => (subquery ? [subquery.relationshipName ?? ''] : [])),
  }
}

/** Its NOT is a link with nothing on its left. */
function leavesOfOther(condition: OtherCondition | null | undefined): number {
  if (!condition) return 0
  const own =
    condition.left && !('left' in condition.left && condition.left.left) && 'operator' in condition.left ? 1 : 0
  return own + leavesOfOther(condition.right)
}
