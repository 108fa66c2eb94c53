import type { Handle } from '../../engine/exchange.js'

/** Refuses what came without TLS, so that a program that would do so in production fails here too. */
export function secureOnly(handle: Handle): Handle {
  return async (exchange) => {
    if (exchange.secure) return handle(exchange)
    const error = {
      code: 'SANDBOX_HTTPS_ONLY',
      message: 'This stand-in answers over HTTPS only.',
      remedy: 'Use https, or start without --https-only.',
    }
    return {
      kind: 'reply',
      status: 426,
      headers: { 'Content-Type': 'application/json', Upgrade: 'TLS/1.2, HTTP/1.1', Connection: 'Upgrade' },
      body: `${JSON.stringify({ error }, null, 2)}\n`,
    }
  }
}
