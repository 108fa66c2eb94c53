import { setUpTenant } from '../company/set-up.js'
import type { WorkdayWorld } from '../world.js'
import type { Permission } from './rows.js'
import { scopesOf } from './scopes.js'

const USER = 'ISU_Standin'
const GROUP = 'ISSG_Standin'

/** The row that holds the tenant's name and what was minted, so that it can be shown again. */
export interface Minted {
  readonly id: 'tenant'
  readonly name: string
  readonly clientId: string
  readonly refreshToken: string
  readonly accessToken: string
}

/**
 * Makes a tenant, an integration system user that may do everything, and an API client for integrations with a refresh token that
 * does not expire. Narrow what the user may do to see what an integration really needs.
 */
export function mintCredentials(world: WorkdayWorld): void {
  setUpTenant(world)
  const { random, name } = world.port
  const tenant = name === 'default' ? 'standin_dpt1' : `${name.replaceAll(/[^a-z0-9_]/gi, '_')}_dpt1`
  const { security } = world
  const organizations = listSetting(world, 'organizations').flatMap(
    (reference) => world.organizations.where('reference', reference)[0]?.id ?? [],
  )
  security.groups.insert({ id: GROUP, ...(organizations.length > 0 && { organizations }) })
  security.accounts.insert({
    id: USER,
    password: password(random.base62(20)),
    kind: 'integration',
    disabled: false,
    groups: [GROUP],
  })
  grantDomains(world)
  const key = world.setting('publicKey')
  const clientId = Buffer.from(random.uuid()).toString('base64')
  const narrowed = world.setting('scopes')
  const scopes = Array.isArray(narrowed) ? (narrowed as string[]) : scopesOf()
  security.clients.insert({
    id: clientId,
    secret: random.base62(64).toLowerCase(),
    name: 'Standin integrations',
    scopes,
    redirectUris: listSetting(world, 'redirectUris'),
    ...(typeof key === 'string' && { publicKey: key }),
    disabled: false,
  })
  const refreshToken = random.base62(96).toLowerCase()
  const accessToken = random.base62(60).toLowerCase()
  const of = { client: clientId, user: USER, scopes, revoked: false }
  security.tokens.insert({ id: refreshToken, kind: 'refresh', ...of })
  security.tokens.insert({ id: accessToken, kind: 'access', ...of })
  world.minted.insert({ id: 'tenant', name: tenant, clientId, refreshToken, accessToken })
  for (const claim of [`tenant:${tenant}`, clientId, refreshToken, accessToken]) world.port.claim(claim)
  if (name === 'default') world.port.claim(ANY_TENANT)
}

/** What the default world answers where a request names no tenant that there is. */
export const ANY_TENANT = 'tenant:*'

/** Everything, unless the configuration says which domains; what is pending there holds only after it was activated. */
function grantDomains(world: WorkdayWorld): void {
  const { security } = world
  const of = (name: string) => world.setting(name) as Readonly<Record<string, readonly Permission[]>> | undefined
  const domains = of('domains')
  if (!domains) security.grant('*', GROUP, ['Get', 'Put', 'View', 'Modify'], true)
  for (const [domain, permissions] of Object.entries(domains ?? {})) security.grant(domain, GROUP, permissions, true)
  for (const [domain, permissions] of Object.entries(of('pendingDomains') ?? {}))
    security.grant(domain, GROUP, permissions, false)
}

function listSetting(world: WorkdayWorld, name: string): string[] {
  const value = world.setting(name)
  return Array.isArray(value) ? value.map(String) : []
}

/** Of the kinds of characters that a tenant's rules ask for. */
function password(text: string): string {
  return `${text}!7a`
}
