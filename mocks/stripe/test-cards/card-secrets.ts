import type { Row } from '../../../src/engine/kit.js'
import type { CardOutcome } from './test-card.js'

/** What a world knows of a payment method and never shows: what the card does. Its id is the payment method's or token's. */
export interface CardSecrets extends Row {
  readonly outcome: CardOutcome
  /** Whether a security code was given: its check fails only then. */
  readonly cvcGiven: boolean
  /** Set up for later, by a SetupIntent or a payment with setup_future_usage. */
  readonly setUp: boolean
  /** Used or detached without a customer: it may not be used again. */
  readonly spent: boolean
  /** A bank account of which small deposits have not proved yet that it is the customer's. */
  readonly unverified?: boolean
  /** Stripe's physical test card, which does as the amount says. */
  readonly physical?: boolean
}
