import { createHash } from 'node:crypto'
import { authenticateClient, required, text } from '../client.js'
import { oauthError } from '../errors.js'
import { sameSecret } from '../signature.js'
import type { GrantHandler } from './grant.js'

/**
 * Exchanges the code that a person's consent gave. It is good once, within fifteen minutes on the world's clock; its use
 * ends it, a use that fails included.
 * @throws invalid_grant "invalid authorization code", "expired authorization code", "redirect_uri must match configuration", "invalid code verifier" (400)
 * @throws invalid_client (400) where the app wants its secret and no code verifier stands for it
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11)
 */
export const authorizationCode: GrantHandler = ({ form, call }, world) => {
  const app = authenticateClient(world, form, call, { flow: 'web_server', secret: 'optional' })
  const code = world.oauth.codes.find(required(form, 'code'))
  if (!code || code.used || code.app !== app.id) throw oauthError('codeInvalid')
  if (app.requireSecret && text(form, 'client_secret') === undefined && call.header('authorization') === undefined) {
    throw oauthError('clientSecretWrong')
  }
  world.oauth.codes.put({ ...code, used: true })
  if (world.port.now() >= code.expiresAt) world.port.refuse(oauthError('codeExpired'))
  if (required(form, 'redirect_uri') !== code.redirectUri) world.port.refuse(oauthError('redirectChanged'))
  if (!fitsChallenge(text(form, 'code_verifier'), code.codeChallenge)) world.port.refuse(oauthError('pkceInvalid'))
  return { app, user: code.user, scopes: code.scopes, refreshable: true, nonce: code.nonce }
}

/** S256 only: the challenge is BASE64URL(SHA256(verifier)). A verifier without a challenge means nothing. */
function fitsChallenge(verifier: string | undefined, challenge: string | null): boolean {
  if (challenge === null) return true
  if (verifier === undefined) return false
  return sameSecret(createHash('sha256').update(verifier).digest('base64url'), challenge)
}
