import { type Call, type Caller, type CredentialRules, mask, type Row, VendorError } from '../../src/engine/kit.js'
import { mintAccount } from './accounts/account.js'
import { invalidRequest } from './errors.js'
import type { StripeWorld } from './world.js'

/** An API key; its id is the key itself. */
export interface ApiKey extends Row {
  readonly kind: 'secret' | 'publishable' | 'restricted'
  /** Of a restricted key: `rak_<resource>_read` or `_write`; `rak_all_read` stands for every resource. */
  readonly permissions: readonly string[]
  /** Unix seconds; past it the key is refused with api_key_expired. */
  readonly expires_at?: number
}

export interface StripeCaller extends Caller {
  readonly key: ApiKey
}

/** What a publishable key may do: what Stripe.js does in a page. */
export const PUBLISHABLE: ReadonlySet<string> = new Set([
  'POST /v1/tokens',
  'POST /v1/payment_methods',
  'GET /v1/payment_intents/{intent}',
  'POST /v1/payment_intents/{intent}/confirm',
  'GET /v1/setup_intents/{intent}',
  'POST /v1/setup_intents/{intent}/confirm',
])

export const credentials: CredentialRules<StripeWorld> = {
  live: { hint: '_live_', pattern: /\b(?:sk|rk|pk|rkcs|ek)_live_[A-Za-z0-9]*/ },
  find: findKey,
  claims: (call, key) => (key !== undefined ? [key] : pageClaims(call)),
  authenticate,
  authorise: (call, caller) => authorise(call, caller as StripeCaller),
  mint,
  adopt: (key, world) => adopt(key, world),
  renew: (world) => renewKeys(world),
  list: (world) => listKeys(world),
  owner: (world) => ({ authorization: `Bearer ${secretKey(world)?.id}` }),
  rolls: ['STRIPE_SECRET_KEY'],
  roll: (_variable, overlap, world) => rollSecretKey(world, overlap / SECOND),
}

const SECOND = 1000
/** The Dashboard lets an old key live on for a week at most, in seconds. @source https://docs.stripe.com/keys (read 2026-11) */
const LONGEST_OVERLAP = 7 * 24 * 60 * 60

/** The one that is good, and stays so. */
function secretKey(world: StripeWorld): ApiKey | undefined {
  return world.keys.all().findLast(({ kind, expires_at }) => kind === 'secret' && expires_at === undefined)
}

/** Puts a new secret key in the place of the present one, which expires now or `overlap` seconds later. */
function rollSecretKey(world: StripeWorld, overlap: number): void {
  const old = secretKey(world)
  if (old) world.keys.put({ ...old, expires_at: world.now() + Math.min(overlap, LONGEST_OVERLAP) })
  addKey(world, { id: `sk_test_${world.port.random.base62(24)}`, kind: 'secret', permissions: [] })
}

/** `Authorization: Bearer <key>`, or Basic with the key as user name. */
function findKey(call: Call): string | undefined {
  const header = call.header('authorization')
  if (!header) return undefined
  const [scheme = '', value = ''] = header.split(' ')
  if (/^bearer$/i.test(scheme)) return value || undefined
  if (!/^basic$/i.test(scheme)) return undefined
  return Buffer.from(value, 'base64').toString().split(':')[0] || undefined
}

/** Pages have no key: what stands for one is the id in their path. */
function pageClaims(call: Call): string[] {
  return call.behaviour?.page ? Object.values(call.params) : []
}

/** @throws api_key_expired (401), a version that is none (400) */
function authenticate(call: Call, world: StripeWorld): StripeCaller {
  const key = world.keys.find(call.credential ?? '')
  if (!key) throw invalidRequest(`Invalid API Key provided: ${mask(call.credential ?? '')}`, { status: 401 })
  if (key.expires_at !== undefined && key.expires_at <= world.now()) {
    throw invalidRequest(`Expired API Key provided: ${mask(key.id)}`, { status: 401, code: 'api_key_expired' })
  }
  checkVersion(call.header('stripe-version'))
  return { key, scope: '' }
}

/**
 * Versions are dates, since 2024 with a name; every one is answered as the description's own.
 * @source an unknown one as asserted against Stripe's test mode by others (2026-09); @unverified wording, and that later ones are let in
 */
function checkVersion(version: string | undefined): void {
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(?:\.[a-z]+)?(?:\s*;.*)?$/.test(version)) return
  throw invalidRequest(`Invalid Stripe API version: ${version}`)
}

/** @throws secret_key_required (403), missing permission (403) */
function authorise(call: Call, { key }: StripeCaller): void {
  if (key.kind === 'secret' || !call.operation) return
  if (key.kind === 'publishable') {
    if (PUBLISHABLE.has(call.operation.key)) return
    throw new VendorError({
      status: 403,
      code: 'secret_key_required',
      message: `This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.`,
      fields: { type: 'invalid_request_error' },
    })
  }
  const needed = permissionFor(call)
  const general = needed.endsWith('_read') ? 'rak_all_read' : 'rak_all_write'
  if (key.permissions.includes(needed) || key.permissions.includes(general)) return
  throw invalidRequest(
    `The provided key '${mask(key.id)}' does not have the required permissions for this endpoint on account '${accountOf(call)}'. Having the '${needed}' permission would allow this request to continue.`,
    { status: 403 },
  )
}

/** @unverified names of permissions other than rak_webhook_write */
function permissionFor(call: Call): string {
  const [, , resource = ''] = call.operation?.path.split('/') ?? []
  const noun = resource === 'webhook_endpoints' ? 'webhook' : resource.replace(/ies$/, 'y').replace(/s$/, '')
  return `rak_${noun}_${call.exchange.method === 'GET' ? 'read' : 'write'}`
}

function accountOf(call: Call): string {
  const world = call.world?.view<StripeWorld>(call.vendor, '')
  return world?.account.id ?? ''
}

function mint(world: StripeWorld): void {
  mintAccount(world)
  mintKeys(world)
}

/** A copy of an account has keys of its own; those of the original do not lead to it. */
function renewKeys(world: StripeWorld): void {
  for (const { id } of world.keys.all()) world.keys.delete(id)
  mintKeys(world)
}

function mintKeys(world: StripeWorld): void {
  const { random } = world.port
  addKey(world, { id: `sk_test_${random.base62(24)}`, kind: 'secret', permissions: [] })
  addKey(world, { id: `pk_test_${random.base62(24)}`, kind: 'publishable', permissions: [] })
  addKey(world, { id: `rk_test_${random.base62(24)}`, kind: 'restricted', permissions: ['rak_all_read'] })
}

function addKey(world: StripeWorld, key: ApiKey): void {
  world.keys.insert(key)
  world.port.claim(key.id)
}

/** A test key of the right form that nobody minted becomes a key of its own world. */
function adopt(key: string, world: StripeWorld): boolean {
  const kind = /^(sk|pk|rk)_test_\w{3,}$/.exec(key)?.[1]
  if (!kind) return false
  const kinds = { sk: 'secret', pk: 'publishable', rk: 'restricted' } as const
  addKey(world, { id: key, kind: kinds[kind as keyof typeof kinds], permissions: ['rak_all_read', 'rak_all_write'] })
  return true
}

function listKeys(world: StripeWorld) {
  const labels = {
    secret: ['secret key', 'STRIPE_SECRET_KEY', true],
    publishable: ['publishable key', 'STRIPE_PUBLISHABLE_KEY', false],
    restricted: ['restricted key (read only)', 'STRIPE_RESTRICTED_KEY', true],
  } as const
  const good = world.keys.all().filter(({ expires_at }) => expires_at === undefined)
  return good.map(({ id, kind }) => {
    const [label, variable, secret] = labels[kind]
    return { label, variable, value: id, secret }
  })
}
