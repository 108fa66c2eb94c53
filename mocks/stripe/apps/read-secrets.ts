import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { list } from '../paging.js'
import { isIn, named, type Secret, secretsOf } from './secret.js'

/** The secrets of one scope. @source https://docs.stripe.com/api/apps/secret_store/list (read 2026-11-24) */
export const listSecrets = behaviour('GET /v1/apps/secrets', ({ query }, world) =>
  list(secretsOf(world), query, { url: '/v1/apps/secrets', filter: isIn(query.scope, world) }),
)

/** @throws resource_missing (404) @unverified the sentence @source https://docs.stripe.com/api/apps/secret_store/find (read 2026-11-24) */
export const findSecret = behaviour('GET /v1/apps/secrets/find', ({ query: { name, scope } }, world): Secret => {
  const found = named(name, scope, world)
  if (!found) throw missing('apps.secret', name, 'name', true)
  return found
})
