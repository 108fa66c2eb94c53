import type { Row } from '../world/table.js'

/** Who shall hear of an event. */
export interface Target {
  /** Id of the event's row. */
  readonly event: string
  /** The vendor's id of the endpoint. */
  readonly endpoint: string
  readonly url: string
}

export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held' | 'dropped'

/** One attempt to tell an endpoint. */
export interface Attempt {
  /** World's clock, Unix milliseconds. */
  readonly at: number
  /** HTTP status, where the endpoint answered. */
  readonly status?: number
  /** Why it did not: `ECONNREFUSED`, `timeout`. */
  readonly error?: string
  /** True for one that was cut off when the process ended. It does not count as an attempt by the vendor's rules. */
  readonly cut?: boolean
  /** The beginning of what it answered. */
  readonly answer?: string
}

export interface DeliveryRow extends Row {
  readonly vendor: string
  readonly scope: string
  readonly event: string
  readonly type: string
  readonly endpoint: string
  readonly url: string
  readonly state: DeliveryState
  /** Why it is held or was dropped. */
  readonly reason?: string
  readonly attempts: readonly Attempt[]
  /** The next attempt, Unix milliseconds on the world's clock. */
  readonly due?: number
}

export interface DeliveryRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface DeliveryAnswer {
  readonly status: number
  readonly body: string
}

/** How deliveries leave the process; rejects with an error that has a `code` where nobody answered. */
export type Transport = (request: DeliveryRequest, timeout: number) => Promise<DeliveryAnswer>
