import type { Access } from '../access/access.js'
import type { Catalogue, Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'

/** Where rows come from. All of them hold deleted rows too. */
export interface RecordSource {
  /** Every row of an object, oldest first. */
  all(object: SObject): readonly RecordRow[]
  /** By its 18-character id. */
  find(object: SObject, id: string): RecordRow | undefined
  /**
   * Rows among which are all those whose field equals the value (an 18-character id, or text in any case); undefined where
   * the field has no index.
   */
  lookup(object: SObject, field: Field, value: string): readonly RecordRow[] | undefined
}

/** What the caller may see. What may not be seen does not exist to a query. */
export interface ReadAccess extends Questions {
  readonly quiet: Questions
}

type Questions = Pick<Access, 'readsObject' | 'readsField'>

/** What a query is answered from. */
export interface Environment {
  readonly catalogue: Catalogue
  readonly source: RecordSource
  readonly access: ReadAccess
  /** What is shown of fields that a row does not hold as they are shown: addresses, places, files. */
  show(object: SObject, field: Field, row: RecordRow): unknown
  /** Unix milliseconds on the world's clock. */
  readonly now: number
  /** IANA name of the user's time zone, in which date literals are meant. */
  readonly timeZone: string
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number
  readonly userId: string
  /** API version in links: `64.0`. */
  readonly version: string
  /** queryAll: rows in the recycle bin too. */
  readonly includeDeleted: boolean
}

/** Whether a row is there for this query. */
export function isThere(environment: Environment, row: RecordRow): boolean {
  return environment.includeDeleted || row.IsDeleted !== true
}

/** A row by id, if it is there for this query. */
export function findRow(environment: Environment, object: SObject, id: string): RecordRow | undefined {
  const row = environment.source.find(object, id)
  return row && isThere(environment, row) ? row : undefined
}
