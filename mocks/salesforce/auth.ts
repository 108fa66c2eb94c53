import type { Call, Caller, CallFacts, CredentialRules } from '../../src/engine/kit.js'
import { holders } from './access/holders.js'
import { API_ENABLED, appHolder, NEED, userHolder } from './access/needs.js'
import { fail, invalidSession } from './errors.js'
import { countRequest } from './limits/limits.js'
import { claimsOf } from './oauth/claims.js'
import { listCredentials } from './oauth/list-credentials.js'
import { mintCredentials } from './oauth/mint.js'
import { renewCredentials } from './oauth/renew.js'
import { retiredSecrets, rollable, rollSecret } from './oauth/retired-secrets.js'
import type { Session } from './oauth/rows.js'
import { includesScope } from './oauth/scopes.js'
import { isLive, ownerSession, prolong } from './oauth/sessions.js'
import { checkVersion } from './versions.js'
import type { SalesforceWorld } from './world.js'

export type { Session } from './oauth/rows.js'

export interface SalesforceCaller extends Caller {
  readonly session: Session
}

/** Sessions of the org, as `Authorization: Bearer <id>` or `OAuth <id>`. */
export const credentials: CredentialRules<SalesforceWorld> = {
  // An org of ours has an `S` where real ones have a zero (see oauth/mint.ts), so a real session is known by its form.
  live: { hint: '!A', pattern: /\b00D\w{2}[0-9]\w{9}!A[\w.]{20,}/ },
  find: (call) => findSession(call),
  claims: (call, credential) => claimsOf(call, credential),
  authenticate: (call, world) => authenticate(call, world),
  authorise: (call, caller, world) => authorise(call, caller as SalesforceCaller, world),
  mint: (world) => mintCredentials(world),
  renew: (world) => renewCredentials(world),
  list: (world) => listCredentials(world),
  rolls: (world) => rollable(world),
  roll: (variable, overlap, world) => rollSecret(variable, overlap, world),
  retired: (world) => retiredSecrets(world),
  holders: (world) => holders(world),
  owner: (world) => ({ authorization: `Bearer ${ownerSession(world).id}` }),
}

/** Who calls a behaviour that asks for a session. */
export function callerOf(call: Pick<CallFacts, 'caller'>): SalesforceCaller {
  return call.caller as SalesforceCaller
}

function findSession(call: Call): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(call.header('authorization') ?? '')?.[1]
}

/**
 * @throws INVALID_SESSION_ID (401) for a session that is unknown, revoked or past its time-out on the world's clock
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm (read 2026-11)
 */
function authenticate(call: Call, world: SalesforceWorld): SalesforceCaller {
  const session = world.sessions.find(call.credential ?? '')
  if (!session || !isLive(session, world.port.now())) throw invalidSession()
  if (!world.rights.logins.find(session.userId)?.active) throw invalidSession()
  prolong(world, session)
  countRequest(call, world)
  return { session, scope: '' }
}

/**
 * The API takes the scope `api` and a user who may use it; identity takes one of those that name a user.
 * @throws API_DISABLED_FOR_ORG, API_CURRENTLY_DISABLED (403), INVALID_SESSION_ID (403), NOT_FOUND and UNSUPPORTED_API_VERSION of the version
 * @unverified the answer to a session without the scope
 */
function authorise(call: Call, { session }: SalesforceCaller, world: SalesforceWorld): void {
  if (call.path.startsWith('/services/oauth2/userinfo')) {
    const named = ['id', 'openid', 'profile', 'email', 'api', 'web'].find((scope) =>
      includesScope(session.scopes, scope),
    )
    countScope(call, session, named ?? 'id', named !== undefined, world)
    if (!named) throw fail(403, 'INVALID_SESSION_ID', 'This session is not valid for use with the identity service')
    return
  }
  checkVersion(call)
  if (world.setting('apiEnabled') === false) {
    throw fail(403, 'API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner')
  }
  const scoped = includesScope(session.scopes, 'api')
  countScope(call, session, 'api', scoped, world)
  if (!scoped) {
    throw fail(403, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API')
  }
  const enabled = world.rights.apiEnabled(session.userId)
  const outcome = enabled ? 'used' : 'refused'
  world.port.access.needed(userHolder(session.userId), NEED.user, API_ENABLED, outcome, call)
  if (!enabled) throw fail(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User')
}

/** A session without an app has no scopes that could be cut down. */
function countScope(call: Call, { app }: Session, scope: string, granted: boolean, world: SalesforceWorld): void {
  if (app !== null) world.port.access.needed(appHolder(app), NEED.scope, scope, granted ? 'used' : 'refused', call)
}
