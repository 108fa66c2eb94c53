import { behaviour, type Schemas } from '../api.js'
import type { StripeWorld } from '../world.js'
import { type AccessScope, type Connection, connect, disconnect, issueTokens } from './connection.js'
import { oauthError } from './errors.js'
import { openAccount } from './open-account.js'

type Token = Schemas['o_auth_token']

/**
 * Tokens for a code, by which the account is connected, or a new access token for a refresh token, in the place of those of the same scope. A code that
 * comes twice ends the connection.
 * @throws invalid_grant, invalid_request, invalid_scope, unsupported_grant_type (400), invalid_client (401)
 * @emits account.application.authorized, account.application.deauthorized
 * @source https://docs.stripe.com/connect/oauth-reference (read 2026-11); "does not exist", "already been used", "does not belong to you" as quoted
 * in issues of 2014 to 2025, https://github.com/stripe/stripe-java/issues/251 and others; @unverified the other sentences
 */
export const token = behaviour('POST /oauth/token', ({ body }, world): Token => {
  if (world.port.scope !== '') throw oauthError('invalid_grant', 'Authorization code provided does not belong to you')
  if (body.grant_type === 'refresh_token') return refreshed(world, body.refresh_token, body.scope)
  const answer = exchanged(world, body.code)
  checkCapabilities(world, answer.stripe_user_id ?? '', body.assert_capabilities ?? [])
  return answer
})

function exchanged(world: StripeWorld, code: string | undefined): Token {
  if (!code) throw oauthError('invalid_request', 'No authorization code was provided')
  const given = world.authorizationCodes.find(code)
  if (!given) throw oauthError('invalid_grant', `Authorization code does not exist: ${code.slice(0, 100)}`)
  if (given.used) refuseSecondUse(world, given.account ?? '')
  if (given.expires <= world.now()) throw oauthError('invalid_grant', `Authorization code expired: ${code}`)
  if (given.account !== null && !isThere(world, given.account)) {
    throw oauthError('invalid_grant', `The account ${given.account} does not exist any more`)
  }
  const type = given.scope === 'express' ? 'express' : 'standard'
  const account = given.account ?? openAccount(world, type, given.prefill, given.capabilities).id
  world.authorizationCodes.update(code, { used: true, account })
  const connection = connect(world, account, given.scope)
  return answerOf(world, connection, given.scope, false)
}

function isThere(world: StripeWorld, account: string): boolean {
  return (world.accounts.find(account) ?? world.disconnectedAccounts.find(account)) !== undefined
}

/** What the first use gave is taken back, and stays so. */
function refuseSecondUse(world: StripeWorld, id: string): never {
  const account = world.connections.find(id) && world.accounts.find(id)
  if (account) disconnect(world, account)
  const message = 'This authorization code has already been used. All tokens issued with this code have been revoked.'
  return world.port.refuse(oauthError('invalid_grant', message))
}

function refreshed(world: StripeWorld, refreshToken: string | undefined, asked: string | undefined): Token {
  if (!refreshToken) throw oauthError('invalid_request', 'No refresh token was provided')
  const [connection] = world.connections.where('refreshToken', refreshToken)
  if (!connection) throw oauthError('invalid_grant', `Refresh token does not exist: ${refreshToken.slice(0, 100)}`)
  return answerOf(world, connection, lesserScope(connection, asked), true)
}

/** The scope that the refresh token has, or less. */
function lesserScope({ scope }: Connection, asked: string | undefined): AccessScope {
  if (!asked || asked === scope) return scope
  if (asked === 'read_only' && scope === 'read_write') return asked
  throw oauthError('invalid_scope', `Invalid scope: ${asked.slice(0, 100)}`)
}

function answerOf(world: StripeWorld, connection: Connection, scope: AccessScope, inPlaceOfOthers: boolean): Token {
  const { access, publishable } = issueTokens(world, connection.id, scope, inPlaceOfOthers)
  return {
    access_token: access,
    livemode: false,
    refresh_token: connection.refreshToken,
    token_type: 'bearer',
    stripe_publishable_key: publishable,
    stripe_user_id: connection.id,
    scope,
  }
}

/** @throws invalid_request for one that the account does not have @unverified the code, and that it is then not connected */
function checkCapabilities(world: StripeWorld, account: string, asserted: readonly string[]): void {
  const { capabilities = {} } = world.accounts.find(account) ?? {}
  const lacking = asserted.find((name) => !Object.hasOwn(capabilities, name))
  if (lacking === undefined) return
  throw oauthError(
    'invalid_request',
    `The capability ${lacking.slice(0, 100)} was not applied to the account ${account}`,
  )
}
