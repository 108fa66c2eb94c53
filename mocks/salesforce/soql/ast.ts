/** A place in the text of a query: offsets of its first character and of what follows it. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Name extends Span {
  readonly text: string
}

/** `Account.Owner.Name`: relationships, then a field. */
export interface Path extends Span {
  readonly kind: 'path'
  readonly names: readonly Name[]
}

/** `COUNT(Id)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`, `DISTANCE(Place__c, GEOLOCATION(1,2), 'km')`. */
export interface Call extends Span {
  readonly kind: 'call'
  /** Upper case. */
  readonly name: string
  readonly args: readonly Argument[]
}

export type Operand = Path | Call
export type Argument = Path | Call | Literal

export type Literal =
  | (Span & { readonly kind: 'string'; readonly raw: string })
  | (Span & { readonly kind: 'number'; readonly value: number; readonly integer: boolean })
  | (Span & { readonly kind: 'boolean'; readonly value: boolean })
  | (Span & { readonly kind: 'null' })
  | (Span & { readonly kind: 'date'; readonly value: string })
  | (Span & { readonly kind: 'datetime'; readonly value: string })
  | (Span & { readonly kind: 'time'; readonly value: string })
  | (Span & { readonly kind: 'currency'; readonly code: string; readonly value: number })
  | DateLiteral

/** `TODAY`, `LAST_N_DAYS:30`. */
export interface DateLiteral extends Span {
  readonly kind: 'date-literal'
  /** Upper case, without the colon. */
  readonly name: string
  readonly n: number | undefined
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE'
export type ListOperator = 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES'

export interface Comparison extends Span {
  readonly kind: 'comparison'
  readonly left: Operand
  readonly operator: ComparisonOperator
  readonly right: Literal
}

export interface ListCondition extends Span {
  readonly kind: 'list'
  readonly left: Operand
  readonly operator: ListOperator
  readonly values: readonly Literal[]
}

/** `AccountId IN (SELECT ...)`, a semi-join; with `negated` an anti-join. */
export interface SemiJoin extends Span {
  readonly kind: 'semi-join'
  readonly left: Operand
  readonly negated: boolean
  readonly query: Query
}

export type Condition =
  | (Span & { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] })
  | (Span & { readonly kind: 'not'; readonly part: Condition })
  | Comparison
  | ListCondition
  | SemiJoin

export type SelectItem =
  | (Span & { readonly kind: 'field'; readonly path: Path; readonly alias: Name | undefined })
  | (Span & { readonly kind: 'function'; readonly call: Call; readonly alias: Name | undefined })
  | (Span & { readonly kind: 'subquery'; readonly query: Query })
  | TypeofItem
  | (Span & { readonly kind: 'fields'; readonly set: 'ALL' | 'STANDARD' | 'CUSTOM' })

export interface TypeofItem extends Span {
  readonly kind: 'typeof'
  readonly relationship: Path
  readonly branches: readonly { readonly object: Name; readonly fields: readonly Path[] }[]
  readonly otherwise: readonly Path[] | undefined
}

export interface OrderItem extends Span {
  readonly operand: Operand
  readonly descending: boolean
  readonly nulls: 'first' | 'last'
}

export interface GroupBy extends Span {
  readonly kind: 'plain' | 'rollup' | 'cube'
  readonly items: readonly Operand[]
}

export interface From {
  readonly object: Name
  readonly alias: Name | undefined
  /** `FROM Contact c, c.Account a`: more names for parents. */
  readonly more: readonly { readonly path: Path; readonly alias: Name }[]
}

export interface Query extends Span {
  readonly select: readonly SelectItem[]
  readonly from: From
  readonly scope: Name | undefined
  readonly where: Condition | undefined
  /** `SECURITY_ENFORCED`, `USER_MODE`, `SYSTEM_MODE` or `DATA CATEGORY`, upper case. */
  readonly withClause: Name | undefined
  readonly groupBy: GroupBy | undefined
  readonly having: Condition | undefined
  readonly orderBy: readonly OrderItem[]
  readonly limit: (Span & { readonly value: number }) | undefined
  readonly offset: (Span & { readonly value: number }) | undefined
  /** `VIEW`, `REFERENCE`, `UPDATE`, upper case. */
  readonly forClauses: readonly Name[]
  readonly allRows: Name | undefined
}
