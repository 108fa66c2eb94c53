import type { Row } from '../../../src/engine/kit.js'
import type { Schemas } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type Secret = Schemas['apps.secret']

export interface SecretScope {
  readonly type: string
  readonly user?: string
}

/** What is kept of a secret, and shown only where it is expanded. Its id is the secret's. */
interface SecretPayload extends Row {
  readonly payload: string
}

export const payloadsOf = (world: StripeWorld) => world.collection<SecretPayload>('_app_secret')

export const secretsOf = (world: StripeWorld) => world.collection<Secret>('apps.secret')

/** Whether a secret is of that scope, and has not expired. */
export function isIn(scope: SecretScope, world: StripeWorld): (secret: Secret) => boolean {
  checkScope(scope)
  const now = world.now()
  return ({ scope: own, expires_at: until }) =>
    own.type === scope.type && (own.user ?? '') === (scope.user ?? '') && (until === null || until > now)
}

/** The secret of that name in a scope, where there is one. */
export function named(name: string, scope: SecretScope, world: StripeWorld): Secret | undefined {
  const fits = isIn(scope, world)
  return secretsOf(world)
    .all()
    .find((secret) => secret.name === name && fits(secret))
}

export function forget({ id }: Secret, world: StripeWorld): void {
  secretsOf(world).delete(id)
  if (payloadsOf(world).find(id)) payloadsOf(world).delete(id)
}

/** @unverified wording */
function checkScope({ type, user }: SecretScope): void {
  if (type === 'user' && !user) {
    throw invalidRequest('Missing required param: scope[user].', { code: 'parameter_missing', param: 'scope[user]' })
  }
  if (type === 'account' && user !== undefined) {
    throw invalidRequest('`scope[user]` cannot be given where `scope[type]` is `account`.', { param: 'scope[user]' })
  }
}
