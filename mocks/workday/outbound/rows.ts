import type { Row } from '../../../src/engine/kit.js'

/** Who is told of completed business processes, by a user and password that the receiver chose. */
export interface SubscriptionRow extends Row {
  /** Subscription_ID. */
  readonly reference: string
  /** Business_Process_Type ids; none: all. */
  readonly types: readonly string[]
  readonly url: string
  readonly userName: string
  readonly password: string
  readonly disabled: boolean
}

/** A run of an integration system. */
export interface IntegrationEventRow extends Row {
  /** Integration_System_ID. */
  readonly system: string
  /** Unix milliseconds. */
  readonly initiated: number
  readonly completed?: number
}
