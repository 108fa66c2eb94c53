import type { Row } from '../../../src/engine/kit.js'

/** What somebody said of a worker. */
export interface FeedbackRow extends Row {
  readonly worker: string
  /** WID of the worker who gave it; none where an integration did for nobody. */
  readonly from?: string
  readonly comment: string
  /** Unix milliseconds. */
  readonly given: number
  readonly hiddenFromManager: boolean
  readonly hiddenFromWorker: boolean
  readonly showProvider: boolean
}
