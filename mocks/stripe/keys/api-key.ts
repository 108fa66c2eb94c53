import type { Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

/** An API key; its id is the key itself. */
export interface ApiKey extends Row {
  readonly kind: 'secret' | 'publishable' | 'restricted'
  /** Of a restricted key: `rak_<resource>_read` or `_write`; `rak_all_read` stands for every resource. */
  readonly permissions: readonly string[]
  /** Of a restricted key of the configuration: by what name. */
  readonly name?: string
  /** Of what OAuth gave: the connected account that it acts in. */
  readonly account?: string
  /** Unix seconds; past it the key is refused with api_key_expired. */
  readonly expires_at?: number
}

const PREFIXES = { secret: 'sk', publishable: 'pk', restricted: 'rk' } as const
const LETTERS = 24

export function newKey(world: StripeWorld, key: Omit<ApiKey, 'id'>): ApiKey {
  return addKey(world, { id: `${PREFIXES[key.kind]}_test_${world.port.random.base62(LETTERS)}`, ...key })
}

export function addKey(world: StripeWorld, key: ApiKey): ApiKey {
  world.port.claim(key.id)
  return world.keys.insert(key)
}

/** The environment variable that a key is read from. */
export function variableOf({ kind, name }: ApiKey): string {
  const suffix = name === undefined ? '' : `_${name.toUpperCase().replace(/\W/g, '_')}`
  return `STRIPE_${kind.toUpperCase()}_KEY${suffix}`
}

export function labelOf({ kind, name, permissions }: ApiKey): string {
  if (kind !== 'restricted') return `${kind} key`
  if (name !== undefined) return `restricted key ${name}`
  return permissions.length === 1 && permissions[0] === 'rak_all_read'
    ? 'restricted key (read only)'
    : 'restricted key (all resources)'
}
