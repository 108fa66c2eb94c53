import { behaviour } from '../api.js'
import { type KeyPair, keyPairOf } from './rsa.js'

/** What all orgs sign identity tokens with, as Salesforce has one key set for all of them. */
export function signingKey(): KeyPair {
  return keyPairOf('standin/salesforce/identity')
}

/** The public keys that identity tokens are signed with. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm (read 2026-11) */
export const identityKeys = behaviour('GET /id/keys', () => {
  const { kid, publicKey } = signingKey()
  const { n, e } = publicKey.export({ format: 'jwk' })
  return { keys: [{ kty: 'RSA', use: 'sig', kid, alg: 'RS256', n, e }] }
})
