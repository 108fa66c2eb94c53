import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { forget, named, payloadsOf, type Secret, secretsOf } from './secret.js'

/**
 * Keeps a secret, in the place of the one of its name and scope. The payload is shown only where it is expanded.
 * @throws parameter_missing, a user in the account's scope, a time that is past (400)
 * @unverified that what is replaced goes with its id
 * @source https://docs.stripe.com/api/apps/secret_store/set (read 2026-11-24)
 */
export const createSecret = behaviour('POST /v1/apps/secrets', ({ body }, world): Secret => {
  const { name, payload, scope, expires_at: expires = null } = body
  if (expires !== null && expires <= world.now()) {
    throw invalidRequest('`expires_at` must be in the future.', { param: 'expires_at' })
  }
  const before = named(name, scope, world)
  if (before) forget(before, world)
  const secret = secretsOf(world).insert({
    id: world.id('appsecret'),
    object: 'apps.secret',
    created: world.now(),
    expires_at: expires,
    livemode: false,
    name,
    scope: { ...scope },
  })
  payloadsOf(world).put({ id: secret.id, payload })
  return secret
})
