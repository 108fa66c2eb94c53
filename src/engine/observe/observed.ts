import type { Fidelity } from '../call.js'
import type { Attempt, DeliveryRequest, DeliveryRow } from '../events/delivery.js'
import type { Emitted } from '../events/emitted.js'
import type { Exchange, Outcome } from '../exchange.js'

/** Where in a world's life something stands: it counts up with each commit, refusal, attempt and command. */
interface Placed {
  readonly world: string
  readonly sequence: number
  /** World's clock, Unix milliseconds. */
  readonly at: number
}

/**
 * One request with its answer, whole and NOT redacted: whoever keeps it answers for what is in it. One that carried a live
 * credential is never among them, nor are the parts of a batch.
 */
export interface ObservedExchange extends Placed {
  readonly kind: 'exchange'
  readonly vendor: string
  /** Key of the operation: `POST /v1/charges`. */
  readonly operation: string | undefined
  /** Id of its entry in the log. */
  readonly id: string
  /** When it came, Unix milliseconds of wall time, and on the world's clock; `at` is when its transaction was. */
  readonly wallTime: number
  readonly began: number
  readonly exchange: Exchange
  /** What its own codec made of the body. */
  readonly body: unknown
  readonly query: Readonly<Record<string, unknown>>
  readonly params: Readonly<Record<string, string>>
  readonly outcome: Outcome
  readonly fidelity: Fidelity
  /** What the behaviour's `before` gave. */
  readonly prior: unknown
  readonly emitted: readonly Emitted[]
  /** Ids of the faults that it met. */
  readonly faults: readonly string[]
}

/** One attempt to tell an endpoint, with what was sent. NOT redacted. */
export interface ObservedDelivery extends Placed {
  readonly kind: 'delivery'
  readonly vendor: string
  /** As it is after the attempt. */
  readonly row: DeliveryRow
  readonly request: DeliveryRequest
  readonly attempt: Attempt
  /** What a fault made of it: `forge`, `duplicate`. */
  readonly changes: readonly string[]
  /** When it was sent, Unix milliseconds of wall time. */
  readonly wallTime: number
  /** Until it was answered or given up, in milliseconds of wall time. */
  readonly duration: number
}

/** A request that waits: for a fault's delay, a step before its work, an event. Its ObservedExchange follows when it is answered. */
export interface ObservedBegun extends Placed {
  readonly kind: 'begun'
  readonly vendor: string
  readonly id: string
  readonly wallTime: number
  readonly exchange: Exchange
}

/** What the clock has brought about: a vendor's job that fell due, or a delivery that nobody wants any more. */
export interface ObservedJob extends Placed {
  readonly kind: 'job'
  readonly job: string
  /** The timer's or the delivery's. */
  readonly id: string
}

/** What a person or a test did to a world through the control API or the library: the clock, faults, triggers. */
export interface ObservedCommand extends Placed {
  readonly kind: 'command'
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

export type Observed = ObservedExchange | ObservedDelivery | ObservedCommand | ObservedBegun | ObservedJob

/** Told of everything, when it is done; `sequence` gives the order. What it throws is reported and changes nothing. */
export type Observer = (observed: Observed) => void
