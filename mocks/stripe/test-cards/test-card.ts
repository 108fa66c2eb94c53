import type { DebitOutcome } from '../test-banks/debit.js'
import type { Decline } from './declines.js'

export type Check = 'pass' | 'fail' | 'unavailable' | 'unchecked'

/** What a test card does, whatever the amount. All fields are optional: a card without any pays. */
export interface CardOutcome {
  /** Refused when it is attached and when it is charged. */
  readonly decline?: Decline
  /** Can be attached, and is refused whenever it is charged. */
  readonly chargeDecline?: Decline
  /** When 3D Secure is asked for: for each payment, unless it was set up, unless off session after set-up, or where offered. */
  readonly authentication?: 'always' | 'unless-set-up' | 'on-session-only' | 'optional' | 'unsupported' | 'frictionless'
  /** 3D Secure cannot even be begun: what the attempt ends with. */
  readonly authenticationError?: Decline
  /** Results of the checks, where what they check was given. */
  readonly cvcCheck?: Check
  readonly addressLine1Check?: Check
  readonly addressPostalCodeCheck?: Check
  readonly risk?: 'normal' | 'elevated' | 'highest' | 'blocked'
  /** A dispute, inquiry or warning follows the payment. See disputes/open.ts. */
  readonly dispute?: string
  /** Of a bank account: what becomes of a debit. */
  readonly debit?: DebitOutcome
  readonly refund?: 'pending' | 'fails'
  /** The money is available at once. */
  readonly bypassPending?: boolean
}

export interface TestCard extends CardOutcome {
  readonly number: string
  /** `visa` for `pm_card_visa` and `tok_visa`. */
  readonly names: readonly string[]
  readonly brand: string
  readonly funding: 'credit' | 'debit' | 'prepaid'
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}
