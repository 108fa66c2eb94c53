import { behaviour, type Schemas } from '../api.js'
import { missing } from '../errors.js'

type Secret = Schemas['apps.secret']

/**
 * Deletes a secret, told by its name and whose it is.
 * @throws resource_missing (404) @unverified the sentence
 * @source https://docs.stripe.com/api/apps/secret_store/delete (read 2026-11-24)
 */
export const deleteSecret = behaviour('POST /v1/apps/secrets/delete', ({ body: { name, scope } }, world): Secret => {
  const secrets = world.collection<Secret>('apps.secret')
  const fits = (secret: Secret) =>
    secret.name === name && secret.scope.type === scope.type && (secret.scope.user ?? '') === (scope.user ?? '')
  const found = secrets.all().filter(fits)
  const last = found.at(-1)
  if (!last) throw missing('apps.secret', name, 'name', true)
  for (const { id } of found) secrets.delete(id)
  return { ...last, deleted: true }
})
