import { createHmac } from 'node:crypto'

/**
 * `X-Mandrill-Signature`: the URL as it was registered, then each parameter's name and value in the order of the names, in Base64 of
 * HMAC-SHA1 under the webhook's key.
 * @source https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests (read 2026-11)
 */
export function signWebhook(key: string, url: string, parameters: Readonly<Record<string, string>>): string {
  const names = Object.keys(parameters).sort()
  const signed = url + names.map((name) => name + parameters[name]).join('')
  return createHmac('sha1', key).update(signed).digest('base64')
}

/** The key that a URL is checked with before it is a webhook's. */
export const CHECK_KEY = 'test-webhook'
