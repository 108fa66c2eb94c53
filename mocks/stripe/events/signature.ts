import { createHmac } from 'node:crypto'

/**
 * The Stripe-Signature header: HMAC-SHA256 over `<t>.<body>`, one `v1` for each secret that signs. Test mode sends a `v0` too,
 * which receivers ignore. `t` is what the receiver's own clock shows, in Unix seconds.
 * @source https://docs.stripe.com/webhooks/signature (read 2026-11); stripe-node Webhooks.js
 */
export function signatureHeader(body: string, secrets: readonly string[], t: number): string {
  const signed = secrets.map((secret) => `v1=${hmac(secret, t, body)}`)
  return [`t=${t}`, ...signed, `v0=${hmac('v0', t, body)}`].join(',')
}

function hmac(secret: string, t: number, body: string): string {
  return createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
}
