import type { Grant, Holder } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'
import { type ApiKey, variableOf } from './api-key.js'
import { allows, partsOf } from './permissions.js'

/** What a publishable key may do: what Stripe.js does in a page. */
export const PUBLISHABLE: ReadonlySet<string> = new Set([
  'POST /v1/tokens',
  'POST /v1/sources',
  'GET /v1/sources/{source}',
  'POST /v1/payment_methods',
  'GET /v1/payment_intents/{intent}',
  'POST /v1/payment_intents/{intent}/confirm',
  'POST /v1/payment_intents/{intent}/verify_microdeposits',
  'GET /v1/setup_intents/{intent}',
  'POST /v1/setup_intents/{intent}/confirm',
  'POST /v1/setup_intents/{intent}/verify_microdeposits',
])

/** What the needs of a key are, in the words of the access report. */
export const PERMISSION = 'permission'
export const OPERATION = 'operation'

/** Each key that is good, with what it is permitted. */
export function holders(world: StripeWorld): Holder[] {
  return world.keys.all().flatMap((key) => {
    if (key.expires_at !== undefined && key.expires_at <= world.now()) return []
    const { id, kind, account } = key
    // What OAuth gave is kept by the platform's program, in no variable.
    if (account !== undefined) return [{ id, kind: `${kind} key by OAuth`, name: account, ...grantsOf(key) }]
    return [{ id, kind: `${kind} key`, name: nameOf(key), variable: variableOf(key), ...grantsOf(key) }]
  })
}

function nameOf({ name, expires_at }: ApiKey): string {
  return [name, expires_at === undefined ? undefined : 'rolled'].filter((part) => part !== undefined).join(', ')
}

function grantsOf({ kind, permissions }: ApiKey): Pick<Holder, 'grants' | 'note'> {
  if (kind === 'publishable') {
    const note = 'It is in every page: what it may do is the same for all.'
    return { grants: [...PUBLISHABLE].map((name) => ({ kind: OPERATION, name })), note }
  }
  if (kind === 'secret') {
    const note = 'A secret key cannot be cut down: a restricted key with the permissions that were used would do.'
    return { grants: [{ kind: PERMISSION, name: 'everything', broad: true, covers: () => true }], note }
  }
  return { grants: permissions.map(grantOf) }
}

function grantOf(permission: string): Grant {
  const broad = partsOf(permission).resource === 'all'
  return { kind: PERMISSION, name: permission, broad, covers: (name) => allows(permission, name) }
}
