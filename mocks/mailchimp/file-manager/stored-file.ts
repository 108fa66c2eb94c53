import type { ApiResource } from '../resources/api-resource.js'

/** A file of the account's. */
export interface StoredFile extends ApiResource {
  /** Base64. */
  readonly data: string
}
