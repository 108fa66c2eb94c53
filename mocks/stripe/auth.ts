import { type Call, type Caller, type CredentialRules, mask, VendorError } from '../../src/engine/kit.js'
import { mintAccount } from './accounts/account.js'
import { scopeOf } from './accounts/acting-account.js'
import { noAccess } from './accounts/connected.js'
import { invalidRequest } from './errors.js'
import { type ApiKey, addKey, labelOf, newKey, variableOf } from './keys/api-key.js'
import { holders, OPERATION, PERMISSION, PUBLISHABLE } from './keys/holders.js'
import { allows, permissionFor } from './keys/permissions.js'
import { mintRestrictedKeys } from './keys/restricted-keys.js'
import { goodKeys, retiredKeys, rollable, rollKey } from './keys/roll.js'
import { mintApplication, renewApplication } from './oauth/application.js'
import { checkConnection } from './oauth/connection.js'
import { isOAuth } from './oauth/errors.js'
import type { StripeWorld } from './world.js'

export type { ApiKey } from './keys/api-key.js'

export interface StripeCaller extends Caller {
  readonly key: ApiKey
}

export const credentials: CredentialRules<StripeWorld> = {
  live: { hint: '_live_', pattern: /\b(?:sk|rk|pk|rkcs|ek)_live_[A-Za-z0-9]*/ },
  find: findKey,
  claims: (call, key) => (key !== undefined ? [key] : pageClaims(call)),
  authenticate,
  authorise: (call, caller, world) => authorise(call, caller as StripeCaller, world),
  mint,
  adopt: (key, world) => adopt(key, world),
  renew: (world) => renewKeys(world),
  list: (world) => listKeys(world),
  owner: (world) => ({ authorization: `Bearer ${secretKey(world)?.id}` }),
  rolls: (world) => rollable(world),
  roll: (variable, overlap, world) => rollKey(variable, overlap, world),
  retired: (world) => retiredKeys(world),
  holders: (world) => holders(world),
}

/** The one that is good, and stays so. */
function secretKey(world: StripeWorld): ApiKey | undefined {
  return goodKeys(world).findLast(({ kind }) => kind === 'secret')
}

/** `Authorization: Bearer <key>`, or Basic with the key as user name; for OAuth also a `client_secret` in the form. */
function findKey(call: Call): string | undefined {
  const header = call.header('authorization')
  if (!header) return isOAuth(call) ? textOf(call.body, 'client_secret') : undefined
  const [scheme = '', value = ''] = header.split(' ')
  if (/^bearer$/i.test(scheme)) return value || undefined
  if (!/^basic$/i.test(scheme)) return undefined
  return Buffer.from(value, 'base64').toString().split(':')[0] || undefined
}

/** Pages have no key: what stands for one is the id in their path, or the client id of OAuth. */
function pageClaims(call: Call): string[] {
  if (!call.behaviour?.page) return []
  const client = textOf(call.query, 'client_id')
  return [...Object.values(call.params), ...(client === undefined ? [] : [client])]
}

function textOf(form: unknown, name: string): string | undefined {
  const value = (form as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What OAuth gave acts in its account, and in no other. @throws api_key_expired (401), a version that is none (400), account_invalid (403) */
function authenticate(call: Call, world: StripeWorld): StripeCaller {
  const key = world.keys.find(call.credential ?? '')
  if (!key) throw invalidRequest(`Invalid API Key provided: ${mask(call.credential ?? '')}`, { status: 401 })
  const expired = key.expires_at !== undefined && key.expires_at <= world.now()
  world.port.access.came(key.id, call, expired)
  if (expired) {
    throw invalidRequest(`Expired API Key provided: ${mask(key.id)}`, { status: 401, code: 'api_key_expired' })
  }
  checkVersion(call.header('stripe-version'))
  const account = call.header('stripe-account')
  if (key.account === undefined) return { key, scope: scopeOf(account, world) }
  if (account !== undefined && account !== key.account) throw noAccess(account)
  return { key, scope: key.account }
}

/**
 * Versions are dates, since 2024 with a name; every one is answered as the description's own.
 * @source an unknown one as asserted against Stripe's test mode by others (2026-09); @unverified wording, and that later ones are let in
 */
function checkVersion(version: string | undefined): void {
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(?:\.[a-z]+)?(?:\s*;.*)?$/.test(version)) return
  throw invalidRequest(`Invalid Stripe API version: ${version}`)
}

/** @throws secret_key_required, missing permission, more_permissions_required_for_application (403) */
function authorise(call: Call, { key }: StripeCaller, world: StripeWorld): void {
  if (!call.operation) return
  checkConnection(call, key, world)
  const { access } = world.port
  if (key.kind === 'publishable') {
    const open = PUBLISHABLE.has(call.operation.key)
    access.needed(key.id, OPERATION, call.operation.key, open ? 'used' : 'refused', call)
    if (open) return
    throw new VendorError({
      status: 403,
      code: 'secret_key_required',
      message: `This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.`,
      fields: { type: 'invalid_request_error' },
    })
  }
  const needed = permissionFor(call.operation)
  const name = needed ?? call.operation.key
  const open =
    key.kind === 'secret' || (needed !== undefined && key.permissions.some((permission) => allows(permission, needed)))
  access.needed(key.id, PERMISSION, name, open ? 'used' : 'refused', call)
  if (!open) throw missingPermission(call, key, needed)
}

/** @source observed by others: https://github.com/invertase/stripe-firebase-extensions/issues/314 has the second form (read 2026-11) */
function missingPermission(call: Call, key: ApiKey, needed: string | undefined): VendorError {
  const help =
    needed === undefined
      ? 'This is a restricted API key, but the required permissions are not available for use by restricted keys.'
      : `Having the '${needed}' permission would allow this request to continue.`
  return invalidRequest(
    `The provided key '${mask(key.id)}' does not have the required permissions for this endpoint on account '${accountOf(call)}'. ${help}`,
    { status: 403 },
  )
}

function accountOf(call: Call): string {
  const world = call.world?.view<StripeWorld>(call.vendor, '')
  return world?.account.id ?? ''
}

function mint(world: StripeWorld): void {
  mintAccount(world)
  mintKeys(world)
  mintApplication(world)
}

/** A copy of an account has keys of its own; those of the original do not lead to it. */
function renewKeys(world: StripeWorld): void {
  for (const { id } of world.keys.all()) world.keys.delete(id)
  mintKeys(world)
  renewApplication(world)
}

function mintKeys(world: StripeWorld): void {
  newKey(world, { kind: 'secret', permissions: [] })
  newKey(world, { kind: 'publishable', permissions: [] })
  newKey(world, { kind: 'restricted', permissions: ['rak_all_read'] })
  mintRestrictedKeys(world)
}

/** A test key of the right form that nobody minted becomes a key of its own world. */
function adopt(key: string, world: StripeWorld): boolean {
  const kind = /^(sk|pk|rk)_test_\w{3,}$/.exec(key)?.[1]
  if (!kind) return false
  const kinds = { sk: 'secret', pk: 'publishable', rk: 'restricted' } as const
  addKey(world, { id: key, kind: kinds[kind as keyof typeof kinds], permissions: ['rak_all_read', 'rak_all_write'] })
  return true
}

const KINDS: readonly ApiKey['kind'][] = ['secret', 'publishable', 'restricted']

function listKeys(world: StripeWorld) {
  // A key that was rolled stands where the old one stood.
  const keys = goodKeys(world).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  const listed = keys.map((key) => ({
    label: labelOf(key),
    variable: variableOf(key),
    value: key.id,
    secret: key.kind !== 'publishable',
  }))
  return [
    ...listed,
    { label: 'Connect client id', variable: 'STRIPE_CLIENT_ID', value: world.application, secret: false },
  ]
}
