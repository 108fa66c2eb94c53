import type { Row } from '../../../src/engine/kit.js'

/** A mail that was sent to one: kept as it was. */
export interface Mail extends Row {
  readonly to: string
  /** The same in lower case. */
  readonly owner: string
  readonly kind: 'confirmation' | 'test' | 'verification'
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly sentAt: string
  /** The link that it is about, where there is one. */
  readonly link: string
}
