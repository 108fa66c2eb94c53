import type { Exchange, Handle, Outcome } from '../../../src/engine/exchange.js'

/** A toy core: says what it was handed. */
export const echo: Handle = async (exchange) => json(describe(exchange))

export function describe(exchange: Exchange) {
  const { method, target, host, headers, secure, vendor, peer } = exchange
  return { method, target, host, headers, secure, vendor, peer, body: Buffer.from(exchange.body).toString('utf8') }
}

export function json(value: unknown, status = 200): Outcome {
  return { kind: 'reply', status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) }
}
