import type { Query } from '../soql/ast.js'

/** What is looked for: `(Acme OR "blue sky") AND NOT lab*`. */
export type Term =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Term[] }
  | { readonly kind: 'not'; readonly part: Term }

export type Group = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR'

/** `Account(Id, Name WHERE ... ORDER BY ... LIMIT ...)`: a query of the object, of which what matches is wanted. */
export interface Returning {
  readonly query: Query
}

export interface Sosl {
  readonly find: Term
  readonly group: Group
  /** Empty: objects that are searched by default, their ids. */
  readonly returning: readonly Returning[]
  readonly limit: number | undefined
}
