import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signWebhook } from '../../../../../mocks/mailchimp/transactional/webhooks/signature.js'

test.each([
  ['TEST_WEBHOOK_KEY', 'https://example.com/hook?x=1', '[{"event":"send"}]', 'iRXNV9T7+vAsrAXgvx0VjvKfevg='],
  ['test-webhook', 'https://example.com/hook', '[]', 'q1iFfhUSFU7Unr1lnKqKA1TGkbM='],
])('a known signature is reached: %s', (key, url, events, signature) => {
  expect(signWebhook(key, url, { mandrill_events: events })).toBe(signature)
})

/** The algorithm of the vendor's guide, written anew: sort the parameters by name, append each name and value to the URL. */
function documented(key: string, url: string, parameters: Record<string, string>): string {
  let signed = url
  for (const name of Object.keys(parameters).sort()) {
    signed += name
    signed += parameters[name]
  }
  const hmac = createHmac('sha1', key)
  hmac.update(signed)
  return hmac.digest('base64')
}

test('whatever is posted is signed as the guide says, in the order of the names', () => {
  const parameters = fc.dictionary(fc.string(), fc.string())
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), parameters, (key, url, given) => {
      expect(signWebhook(key, url, given)).toBe(documented(key, url, given))
    }),
  )
  expect(signWebhook('k', 'https://a.test', { b: '2', a: '1' })).toBe(
    signWebhook('k', 'https://a.test', { a: '1', b: '2' }),
  )
})
