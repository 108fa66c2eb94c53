import type { Field, FieldType, SObject } from '../catalogue/catalogue.js'

/** How values are compared: ids by their 18 characters, text without regard to case, dates and times as text. */
export type ValueKind = 'id' | 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'multipicklist' | 'opaque'

const KINDS: Readonly<Partial<Record<FieldType, ValueKind>>> = {
  id: 'id',
  reference: 'id',
  boolean: 'boolean',
  currency: 'number',
  int: 'number',
  double: 'number',
  percent: 'number',
  long: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  multipicklist: 'multipicklist',
  base64: 'opaque',
  location: 'opaque',
  address: 'opaque',
  complexvalue: 'opaque',
}

export function kindOf(field: Field): ValueKind {
  return KINDS[field.type] ?? 'text'
}

/** An operand that is known to exist: what it is called, what it holds, and how it is read from a row or a group. */
export interface Bound<S> {
  /** As it is named in messages: `Account.Name`, `CALENDAR_YEAR(CreatedDate)`. */
  readonly name: string
  /** Key in a result, where it has one of its own: `Name`. */
  readonly shortName: string | undefined
  readonly kind: ValueKind
  /** Null where there is nothing. */
  readonly read: (subject: S) => unknown
  /** The field at the end of a path. */
  readonly field: Field | undefined
  readonly owner: SObject | undefined
  /** True where it is a field of the queried object itself, not of a parent. */
  readonly own: boolean
}
