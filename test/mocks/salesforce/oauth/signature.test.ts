import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { tokenSignature } from '../../../../mocks/salesforce/oauth/signature.js'
import { token } from '../support/browser.js'
import { org } from '../support/org.js'

test('a client verifies the signature of a token response with its consumer secret', async () => {
  const acme = await org()
  const { json } = await token(acme, { grant_type: 'client_credentials' })
  const expected = createHmac('sha256', acme.env('SF_CLIENT_SECRET'))
    .update(json.id + json.issued_at)
    .digest('base64')
  expect(json.signature).toBe(expected)
})

test('another secret, id or time gives another signature', () => {
  const right = tokenSignature('secret', 'https://login.salesforce.com/id/00D/005', '1278448832702')
  expect(tokenSignature('secret2', 'https://login.salesforce.com/id/00D/005', '1278448832702')).not.toBe(right)
  expect(tokenSignature('secret', 'https://login.salesforce.com/id/00D/006', '1278448832702')).not.toBe(right)
  expect(tokenSignature('secret', 'https://login.salesforce.com/id/00D/005', '1278448832703')).not.toBe(right)
})
