import type { Row } from '../../../src/engine/kit.js'

/** A mail that was sent to one: kept as it was. */
export interface Mail extends Row {
  readonly to: string
  readonly kind: 'confirmation' | 'test'
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly sentAt: string
  /** The link that it is about, where there is one. */
  readonly link: string
}
