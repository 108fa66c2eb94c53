/** How long a client may take, in milliseconds of wall time. None of them bounds how long an answer may take to come. */
export interface Timeouts {
  /** From the connection to the first byte, and from there to the end of a TLS handshake. */
  readonly handshake: number
  /** To the end of the request's headers. */
  readonly headers: number
  /** To the end of the request's body. */
  readonly request: number
  /** Between two requests on a kept-alive connection. */
  readonly keepAlive: number
  /** For a client that no longer reads a streamed answer. */
  readonly stall: number
  /** How long a refused client is still read from, so that it sees the answer instead of a reset. */
  readonly linger: number
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  handshake: 30_000,
  headers: 30_000,
  request: 120_000,
  keepAlive: 75_000,
  stall: 120_000,
  linger: 1_000,
}
