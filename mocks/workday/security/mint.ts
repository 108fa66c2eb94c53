import { setUpTenant } from '../company/set-up.js'
import type { WorkdayWorld } from '../world.js'
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
  security.groups.insert({ id: GROUP })
  security.accounts.insert({
    id: USER,
    password: password(random.base62(20)),
    kind: 'integration',
    disabled: false,
    groups: [GROUP],
  })
  security.grant('*', GROUP, ['Get', 'Put', 'View', 'Modify'], true)
  const clientId = Buffer.from(random.uuid()).toString('base64')
  const scopes = scopesOf()
  security.clients.insert({
    id: clientId,
    secret: random.base62(64).toLowerCase(),
    name: 'Standin integrations',
    scopes,
    redirectUris: [],
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

/** Of the kinds of characters that a tenant's rules ask for. */
function password(text: string): string {
  return `${text}!7a`
}
