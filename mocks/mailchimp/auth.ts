import type { Call, Caller, CredentialRules } from '../../src/engine/kit.js'
import { mintAccount } from './accounts/account.js'
import { DATACENTER } from './accounts/datacenter.js'
import { countUse, holders } from './accounts/holders.js'
import { findKey, type MarketingKey } from './accounts/keys.js'
import { renewCredentials } from './accounts/renew.js'
import { ROLLS, retiredKeys, rollKey } from './accounts/roll.js'
import { apiOf } from './api-of.js'
import { problem } from './errors.js'
import { problemNamed } from './glossary.js'
import { mintOAuthApp } from './oauth/app.js'
import { oauthClaims } from './oauth/claims.js'
import {
  authenticateTransactional,
  findTransactionalKey,
  type TransactionalCaller,
} from './transactional/authenticate.js'
import { listTransactionalKeys, mintTransactionalKeys } from './transactional/keys.js'
import { trackClaims } from './transactional/track/claims.js'
import type { MailchimpWorld } from './world.js'

export interface MarketingCaller extends Caller {
  readonly key: MarketingKey
}

/**
 * Marketing: Basic with the key as password and any user name, or the key or an OAuth token as Bearer. Transactional: `key` in
 * the body. A real key is known by its form: those of ours begin with letters that chance would hardly draw.
 */
export const credentials: CredentialRules<MailchimpWorld> = {
  live: [
    { hint: '-us', pattern: /\b(?!57a4d1000000)[0-9a-f]{32}-us\d{1,2}\b/ },
    { hint: 'md-', pattern: /\bmd-(?!5tandin)[\w-]{22}(?![\w-])/ },
  ],
  find: (call) => (apiOf(call.path) === 'transactional' ? findTransactionalKey(call) : findKey(call)),
  claims: (call, key) => (key === undefined ? [...oauthClaims(call), ...trackClaims(call)] : [key]),
  authenticate: (call, world) =>
    apiOf(call.path) === 'transactional' ? authenticateTransactional(call, world) : authenticate(call, world),
  authorise: (call, caller, world) => countUse(call, (caller as MarketingCaller | TransactionalCaller).key, world),
  renew: renewCredentials,
  rolls: () => ROLLS,
  roll: (variable, overlap, world) => rollKey(variable, overlap, world),
  retired: (world) => retiredKeys(world),
  holders: (world) => holders(world),
  owner: (world) => ({
    authorization: `Basic ${Buffer.from(`owner:${world.account.apiKey}`).toString('base64')}`,
    'x-mc-apikey': listTransactionalKeys(world)[0]?.value ?? '',
  }),
  mint: (world) => {
    mintAccount(world)
    mintOAuthApp(world)
    mintTransactionalKeys(world)
  },
  list: (world) => [
    { label: 'API key', variable: 'MAILCHIMP_API_KEY', value: world.account.apiKey, secret: true },
    { label: 'datacenter', variable: 'MAILCHIMP_SERVER_PREFIX', value: DATACENTER, secret: false },
    { label: 'OAuth client id', variable: 'MAILCHIMP_CLIENT_ID', value: world.oauthApp.id, secret: false },
    { label: 'OAuth client secret', variable: 'MAILCHIMP_CLIENT_SECRET', value: world.oauthApp.secret, secret: true },
    ...listTransactionalKeys(world),
  ],
}

/**
 * @throws APIKeyInvalid (401) for an unknown or disabled key, and for a key at another datacenter; WrongDatacenter (403) for a
 * token there; UserDisabled (403); HTTPSRequired (426) where the setting asks for it; whatever X-Trigger-Error names
 * @source facts A1 (read 2026-11-23); @unverified that a token, and not a key, is told of the datacenter
 */
function authenticate(call: Call, world: MailchimpWorld): MarketingCaller {
  const asked = call.header('x-trigger-error')
  const name = asked === undefined ? undefined : problemNamed(asked)
  if (name) throw problem(name)
  if (world.setting('requireHttps') === true && !call.exchange.secure) throw problem('HTTPSRequired')
  const key = world.keys.find(call.credential ?? '')
  const over = key?.until !== undefined && key.until <= world.port.now()
  if (key) world.port.access.came(key.id, call, over || key.revoked)
  if (!key || key.revoked || over) throw problem('APIKeyInvalid')
  if (world.account.disabled) throw problem('UserDisabled')
  const asksAt = /^(us\d+)\.(?:api|admin)\.mailchimp\.com$/.exec(call.host)?.[1]
  if (asksAt !== undefined && asksAt !== DATACENTER)
    throw problem(key.kind === 'token' ? 'WrongDatacenter' : 'APIKeyInvalid')
  const refused = call.notes.refused
  if (refused instanceof Error) throw refused
  return { key, scope: '' }
}
