import type { Call, Caller, Credential, CredentialRules, Row } from '../../src/engine/kit.js'
import { invalidSession } from './errors.js'
import { mintOrg } from './org/mint.js'
import { checkVersion } from './versions.js'
import type { SalesforceWorld } from './world.js'

/** A session; its id is the access token. */
export interface Session extends Row {
  readonly userId: string
}

export interface SalesforceCaller extends Caller {
  readonly session: Session
}

/** Sessions of the org, as `Authorization: Bearer <id>` or `OAuth <id>`. Tokens carry no mark of being live: what tells is the host. */
export const credentials: CredentialRules<SalesforceWorld> = {
  find: (call) => findSession(call),
  claims: (_call, credential) => (credential === undefined ? [] : [credential]),
  authenticate: (call, world) => authenticate(call, world),
  authorise: (call) => checkVersion(call),
  mint: (world) => mint(world),
  list: (world) => list(world),
}

function findSession(call: Call): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(call.header('authorization') ?? '')?.[1]
}

/** @throws INVALID_SESSION_ID (401) */
function authenticate(call: Call, world: SalesforceWorld): SalesforceCaller {
  const session = world.sessions.find(call.credential ?? '')
  if (!session) throw invalidSession()
  return { session, scope: '' }
}

function mint(world: SalesforceWorld): void {
  const { orgId, userId } = mintOrg(world)
  const id = `${orgId.slice(0, 15)}!AR8AQ${world.port.random.base62(91)}`
  world.sessions.insert({ id, userId })
  world.port.claim(id)
}

function list(world: SalesforceWorld): readonly Credential[] {
  return world.sessions
    .all()
    .slice(0, 1)
    .map(({ id }) => ({ label: 'access token', variable: 'SF_ACCESS_TOKEN', value: id, secret: true }))
}
