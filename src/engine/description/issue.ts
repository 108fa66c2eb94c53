export type IssueKind =
  | 'unknown'
  | 'missing'
  | 'empty'
  | 'type'
  | 'enum'
  | 'too-long'
  | 'too-short'
  | 'too-small'
  | 'too-big'
  | 'format'
  | 'other'

/** One thing about a request that its description does not allow. Vendor-neutral: the vendor finds the words. */
export interface Issue {
  readonly in: 'path' | 'query' | 'body'
  readonly path: readonly (string | number)[]
  readonly kind: IssueKind
  /** A type's name, the allowed values, or a bound. */
  readonly expected: string | number | readonly unknown[]
  readonly value: unknown
}
