import type { Call, Grant, Holder } from '../../../src/engine/kit.js'
import { apiOf } from '../api-of.js'
import { type TransactionalKey, transactionalKeys } from '../transactional/keys.js'
import type { MailchimpWorld } from '../world.js'
import type { MarketingKey } from './keys.js'

/** What is granted is a role in the whole account, and every call: what was needed of it is told in resources and calls. */
const ROLE: Grant = { kind: 'role', name: 'owner', broad: true, covers: (_name, kind) => kind === 'resource' }
const EVERY_CALL: Grant = { kind: 'API call', name: 'every call', broad: true, covers: () => true }
const OAUTH = 'OAuth tokens'

/**
 * Each key, and the tokens of the app together: a key may do what the user who made it may, and OAuth has no scopes.
 * @source https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ (read 2026-11); @unverified that a
 * Transactional key can be kept to calls of `messages/send` and the like, as integrations of others ask for
 */
export function holders(world: MailchimpWorld): Holder[] {
  const marketing = world.keys
    .all()
    .filter(({ kind, revoked, until }) => kind === 'key' && !revoked && until === undefined)
    .map(({ id }) => ({
      id,
      kind: 'API key',
      name: world.account.name,
      variable: 'MAILCHIMP_API_KEY',
      grants: [ROLE],
      note: 'A key may do what the user who made it may: it is cut down by having a user of a lower level make it.',
    }))
  const app = {
    id: OAUTH,
    kind: OAUTH,
    name: world.oauthApp.name,
    variable: 'MAILCHIMP_CLIENT_ID',
    grants: [ROLE],
    note: 'Mailchimp has no OAuth scopes: whoever agrees gives the whole account.',
  }
  const transactional = transactionalKeys(world)
    .all()
    .filter(({ until }) => until === undefined)
    .map(({ id, test }) => ({
      id,
      kind: test ? 'Transactional test key' : 'Transactional key',
      name: '',
      variable: test ? 'MANDRILL_TEST_API_KEY' : 'MANDRILL_API_KEY',
      grants: [EVERY_CALL],
      note: 'A Transactional key can be kept to some calls in its settings; the stand-in does not keep one from any.',
    }))
  return [...marketing, app, ...transactional]
}

/** `lists: write` of the Marketing API, `messages/send` of the Transactional one. */
export function countUse(call: Call, key: MarketingKey | TransactionalKey, world: MailchimpWorld): void {
  const { operation } = call
  if (!operation) return
  const { access } = world.port
  if (apiOf(call.path) === 'transactional') {
    access.needed(key.id, 'API call', operation.path.replace(/^\/api\/1\.0\/|\.\w+$|^\//g, ''), 'used', call)
    return
  }
  const [resource = ''] = operation.path.replace(/^\/(?:3\.0\/?)?/, '').split('/')
  const name = `${resource || 'root'}: ${operation.method === 'GET' ? 'read' : 'write'}`
  access.needed('kind' in key && key.kind === 'token' ? OAUTH : key.id, 'resource', name, 'used', call)
}
