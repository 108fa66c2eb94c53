import type { Row } from './table.js'

export interface PageRequest<R extends Row> {
  /** At most so many rows. */
  readonly limit: number
  /** Id of the row after which (in the order listed) the page begins. */
  readonly after?: string | undefined
  /** Id of the row before which the page ends. */
  readonly before?: string | undefined
  /** Narrow to the rows whose indexed field has this value. */
  readonly where?: readonly [field: string, value: unknown] | undefined
  readonly filter?: ((row: R) => boolean) | undefined
  /** Default `newest`. */
  readonly order?: 'newest' | 'oldest'
}

export interface SliceRequest {
  readonly offset: number
  readonly limit: number
  readonly where?: readonly [field: string, value: unknown] | undefined
  /** Default `oldest`. */
  readonly order?: 'newest' | 'oldest'
}

export interface Page<R extends Row> {
  readonly rows: R[]
  readonly hasMore: boolean
}
