import { createHmac } from 'node:crypto'

/**
 * The header X-Mailchimp-Signature: HMAC-SHA256 in hex over `<t>.<body>`; `t` in Unix seconds by the receiver's own clock.
 * @source facts A1, list webhooks: vendor's webhooks.mdx (read 2026-11-23)
 */
export function signatureHeader(body: string, secret: string, t: number): string {
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
