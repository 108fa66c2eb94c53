import { setUpTenant } from '../company/set-up.js'
import type { WorkdayWorld } from '../world.js'
import type { ClientRow, Permission } from './rows.js'
import { scopesOf } from './scopes.js'

const USER = 'ISU_Standin'
const GROUP = 'ISSG_Standin'

/** Whoever administers the tenant: scenarios act as they do. Its token is told to nobody. */
export const OWNER = 'wd-implementer'
const OWNER_GROUP = 'Implementers'

/** The row that holds the tenant's name and what was minted, so that it can be shown again. */
export interface Minted {
  readonly id: 'tenant'
  readonly name: string
  readonly clientId: string
  readonly refreshToken: string
  readonly accessToken: string
  readonly ownerToken: string
}

/**
 * Makes a tenant, an integration system user that may do everything, and an API client for integrations with a refresh token that
 * does not expire. Narrow what the user may do to see what an integration really needs.
 */
export function mintCredentials(world: WorkdayWorld): void {
  setUpTenant(world)
  const { security } = world
  const organizations = listSetting(world, 'organizations').flatMap(
    (reference) => world.organizations.where('reference', reference)[0]?.id ?? [],
  )
  security.groups.insert({ id: GROUP, ...(organizations.length > 0 && { organizations }) })
  security.groups.insert({ id: OWNER_GROUP })
  const account = { kind: 'integration', disabled: false } as const
  security.accounts.insert({ ...account, id: USER, password: newPassword(world), groups: [GROUP] })
  security.accounts.insert({ ...account, id: OWNER, password: newPassword(world), groups: [OWNER_GROUP] })
  grantDomains(world)
  security.grant('*', OWNER_GROUP, ALL, true)
  mintAccess(world)
  if (world.port.name === 'default') world.port.claim(ANY_TENANT)
}

const ALL: readonly Permission[] = ['Get', 'Put', 'View', 'Modify']

/** The tenant's name, an API client and its tokens. @param like the client that it takes the place of */
export function mintAccess(world: WorkdayWorld, like?: Omit<ClientRow, 'id' | 'secret'>): void {
  const { security } = world
  const { random } = world.port
  const id = Buffer.from(random.uuid()).toString('base64')
  const client = security.clients.insert({ ...(like ?? firstClient(world)), id, secret: clientSecret(world) })
  const of = { client: id, scopes: client.scopes, revoked: false }
  const refresh = security.tokens.insert({ id: refreshToken(world), kind: 'refresh', user: USER, ...of }).id
  const access = security.tokens.insert({ id: accessToken(world), kind: 'access', user: USER, ...of }).id
  const owner = security.tokens.insert({
    id: accessToken(world),
    kind: 'access',
    user: OWNER,
    ...of,
    scopes: scopesOf(),
  }).id
  const name = tenantName(world)
  world.minted.insert({
    id: 'tenant',
    name,
    clientId: id,
    refreshToken: refresh,
    accessToken: access,
    ownerToken: owner,
  })
  for (const claim of [`tenant:${name}`, id, refresh, access, owner]) world.port.claim(claim)
}

function firstClient(world: WorkdayWorld): Omit<ClientRow, 'id' | 'secret'> {
  const narrowed = world.setting('scopes')
  const key = world.setting('publicKey')
  return {
    name: 'Standin integrations',
    scopes: Array.isArray(narrowed) ? (narrowed as string[]) : scopesOf(),
    redirectUris: listSetting(world, 'redirectUris'),
    ...(typeof key === 'string' && { publicKey: key }),
    disabled: false,
  }
}

function tenantName({ port: { name } }: WorkdayWorld): string {
  return name === 'default' ? 'standin_dpt1' : `${name.replaceAll(/[^a-z0-9_]/gi, '_')}_dpt1`
}

export function refreshToken({ port }: WorkdayWorld): string {
  return port.random.base62(96).toLowerCase()
}

export function accessToken({ port }: WorkdayWorld): string {
  return port.random.base62(60).toLowerCase()
}

export function clientSecret({ port }: WorkdayWorld): string {
  return port.random.base62(64).toLowerCase()
}

/** What the default world answers where a request names no tenant that there is. */
export const ANY_TENANT = 'tenant:*'

/** Everything, unless the configuration says which domains; what is pending there holds only after it was activated. */
function grantDomains(world: WorkdayWorld): void {
  const { security } = world
  const of = (name: string) => world.setting(name) as Readonly<Record<string, readonly Permission[]>> | undefined
  const domains = of('domains')
  if (!domains) security.grant('*', GROUP, ALL, true)
  for (const [domain, permissions] of Object.entries(domains ?? {})) security.grant(domain, GROUP, permissions, true)
  for (const [domain, permissions] of Object.entries(of('pendingDomains') ?? {}))
    security.grant(domain, GROUP, permissions, false)
}

function listSetting(world: WorkdayWorld, name: string): string[] {
  const value = world.setting(name)
  return Array.isArray(value) ? value.map(String) : []
}

/** Of the kinds of characters that a tenant's rules ask for. */
export function newPassword({ port }: WorkdayWorld): string {
  return `${port.random.base62(20)}!7a`
}
