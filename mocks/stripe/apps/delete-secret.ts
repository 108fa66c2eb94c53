import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { forget, named, type Secret } from './secret.js'

/**
 * Deletes a secret, told by its name and whose it is.
 * @throws resource_missing (404) @unverified the sentence
 * @source https://docs.stripe.com/api/apps/secret_store/delete (read 2026-11-24)
 */
export const deleteSecret = behaviour('POST /v1/apps/secrets/delete', ({ body: { name, scope } }, world): Secret => {
  const found = named(name, scope, world)
  if (!found) throw missing('apps.secret', name, 'name', true)
  forget(found, world)
  return { ...found, deleted: true }
})
