/**
 * What every door hands to the engine and gets back. Request and Response exist only at the MSW door: making them by
 * hand costs more than all the rest of a request (see docs/adr/0001-exchange.md).
 */

/** One request as it arrived. Nothing is decoded yet. */
export interface Exchange {
  /** Upper case, as on the wire. */
  readonly method: string
  /** Path and query as sent, still percent-encoded: `/v1/customers?limit=3`. */
  readonly target: string
  /** The Host header (or :authority) without its port, lower case. */
  readonly host: string
  /** Names in lower case; a header sent twice is joined as node does. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Uint8Array
  /** True where the request came over TLS. */
  readonly secure: boolean
  /** The vendor whose port the request came in at, where a door knows it; otherwise the Host decides. */
  readonly vendor?: string
  /** Aborted when the client goes away. */
  readonly signal?: AbortSignal
  /** Remote address, for the log. */
  readonly peer?: string
  /** A scenario makes it, as the account's owner: no fault and no limit is met, and nobody's behaviour is judged by it. */
  readonly staged?: boolean
}

/** Header names as they shall appear on the wire. */
export type OutcomeHeaders = Record<string, string | string[]>

export interface Reply {
  readonly kind: 'reply'
  readonly status: number
  readonly headers: OutcomeHeaders
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array>
}

/** The connection is cut: before a byte of the answer, as a crashed peer would. */
export interface Reset {
  readonly kind: 'reset'
}

/** No answer ever comes; the door keeps the connection open until the client gives up. */
export interface Hang {
  readonly kind: 'hang'
}

export type Outcome = Reply | Reset | Hang

/** The core, as doors see it. Never rejects: what goes wrong inside is an Outcome too. */
export type Handle = (exchange: Exchange) => Promise<Outcome>

/** The largest request body that is read; a door answers 413 through the engine past it. In bytes. */
export const BODY_LIMIT = 32 * 1024 * 1024

/** Tells a door, before it reads a body, how large that may be, in bytes. */
export type BodyLimitOf = (
  request: Pick<Exchange, 'method' | 'target' | 'host'> & { readonly vendor?: string | undefined },
) => number
