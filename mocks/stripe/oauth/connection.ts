import type { Call, Row } from '../../../src/engine/kit.js'
import type { Account } from '../api.js'
import { invalidRequest } from '../errors.js'
import { type ApiKey, addKey, newKey } from '../keys/api-key.js'
import type { StripeWorld } from '../world.js'
import { applicationOf } from './application.js'

/** What the application may do in an account; `express` is all, in an account of that kind. */
export type AccessScope = 'read_write' | 'read_only' | 'express'

/** That an account's owner let the platform's application in, by OAuth; its id is the account's. */
export interface Connection extends Row {
  readonly scope: AccessScope
  readonly refreshToken: string
}

/** @emits account.application.authorized @unverified that it is told when the code is exchanged, and not when it is given */
export function connect(world: StripeWorld, account: string, scope: AccessScope): Connection {
  const left = world.disconnectedAccounts.find(account)
  if (left) {
    world.disconnectedAccounts.delete(account)
    world.accounts.insert(left)
  }
  const refreshToken = world.connections.find(account)?.refreshToken ?? `rt_${world.port.random.base62(48)}`
  const connection = world.connections.put({ id: account, scope, refreshToken })
  world.of(account).emit('account.application.authorized', applicationOf(world))
  return connection
}

/** The account goes on by itself; the platform's access and all that was given with it ends. @emits account.application.deauthorized */
export function disconnect(world: StripeWorld, account: Account): void {
  world.of(account.id).emit('account.application.deauthorized', applicationOf(world))
  world.disconnectedAccounts.put(account)
  world.accounts.delete(account.id)
  world.connections.delete(account.id)
  for (const key of keysOf(world, account.id)) world.keys.delete(key.id)
}

/** A new access token in the place of those of the same scope, if that is wanted, and the publishable key that goes with it. */
export function issueTokens(world: StripeWorld, account: string, scope: AccessScope, inPlaceOfOthers: boolean) {
  const known = keysOf(world, account)
  const kind = scope === 'read_only' ? 'restricted' : 'secret'
  for (const key of inPlaceOfOthers ? known : []) if (key.kind === kind) world.keys.delete(key.id)
  const access = addKey(world, {
    // Whatever it may do, it looks like a secret key.
    id: `sk_test_${world.port.random.base62(48)}`,
    kind,
    permissions: kind === 'restricted' ? ['rak_all_read'] : [],
    account,
  })
  const publishable =
    known.find((key) => key.kind === 'publishable') ?? newKey(world, { kind: 'publishable', permissions: [], account })
  return { access: access.id, publishable: publishable.id }
}

function keysOf(world: StripeWorld, account: string): ApiKey[] {
  return world.keys.all().filter((key) => key.account === account)
}

/**
 * Whoever let the application in to read lets it do no more, with `Stripe-Account` neither.
 * @throws more_permissions_required_for_application (403) @unverified wording
 */
export function checkConnection(call: Call, key: ApiKey, world: StripeWorld): void {
  if (key.account !== undefined || call.scope === '' || call.exchange.method === 'GET') return
  if (world.connections.find(call.scope)?.scope !== 'read_only') return
  throw invalidRequest(
    `The account ${call.scope} is connected with the scope read_only: it can be read, not written.`,
    {
      code: 'more_permissions_required_for_application',
      status: 403,
    },
  )
}
