import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What authenticates a token response: Base64(HMAC-SHA256(consumer secret, id + issued_at)). It is the only HMAC that
 * Salesforce makes by itself; its events carry none.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11)
 */
export function tokenSignature(consumerSecret: string, id: string, issuedAt: string): string {
  return createHmac('sha256', consumerSecret).update(`${id}${issuedAt}`).digest('base64')
}

/** Compares two secrets in the same time whatever they hold. */
export function sameSecret(given: string, kept: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(kept)
  return a.length === b.length && timingSafeEqual(a, b)
}
