import type { Row } from '../../../src/engine/kit.js'

/** That a balance transaction's money left with an automatic payout. Its id is the transaction's. */
export interface PaidOut extends Row {
  readonly payout: string
}
