export type Aggregate = 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX'

/** One column of an answer. */
export interface Selected {
  readonly field: string
  readonly alias: string
  readonly aggregate?: Aggregate
  /** Fields of the object that a reference names: `worker{fullName, email}`. */
  readonly inner?: readonly string[]
}

export type Literal = string | number | boolean
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Operator; readonly value: Literal }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Literal[]; readonly negated: boolean }
  | { readonly kind: 'null'; readonly field: string; readonly negated: boolean }

export interface Ordering {
  readonly field: string
  readonly descending: boolean
}

export interface Query {
  readonly select: readonly Selected[]
  readonly distinct: boolean
  readonly source: string
  /** What stands in parentheses behind the source: a filter, prompts, effectiveAsOfDate. */
  readonly parameters: Readonly<Record<string, Literal>>
  readonly where?: Condition
  readonly groupBy: readonly string[]
  readonly orderBy: readonly Ordering[]
  readonly limit?: number
}
