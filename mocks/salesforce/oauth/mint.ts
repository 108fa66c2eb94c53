import { mintUsers } from '../access/mint-users.js'
import { mintOrg } from '../org/mint.js'
import { mintOutboundMessages } from '../outbound-messages/outbound-message.js'
import type { SalesforceWorld } from '../world.js'
import { ANYONE } from './claims.js'
import { type ConnectedApp, FLOWS } from './connected-app.js'
import { openSession } from './sessions.js'
import { consumerKey, consumerSecret } from './token-formats.js'

/** Scopes of the connected app that each world has. */
const SCOPES = ['api', 'web', 'id', 'profile', 'email', 'openid', 'refresh_token']
const CALLBACKS = [
  'http://localhost/callback',
  'http://localhost/OauthRedirect',
  'http://localhost/oauth2/callback',
  'http://127.0.0.1/callback',
  'https://localhost/callback',
]

/** An org with its users, a connected app, and a session of the administrator. */
export function mintCredentials(world: SalesforceWorld): void {
  const { port } = world
  const { orgId, userId } = mintOrg(world)
  world.oauth.openOrg({ organization: orgId, myDomain: domainOf(world), createdAt: port.now() })
  port.claim(orgId.slice(0, 15))
  port.claim(world.oauth.org.myDomain)
  if (port.name === 'default') port.claim(ANYONE)
  const users = mintUsers(world, userId)
  for (const { username } of users) port.claim(username)
  const app = mintApp(world, users.find(({ alias }) => alias === 'integ')?.id ?? userId)
  for (const { id, alias } of users) if (alias !== 'suser') world.oauth.approve(app.id, id)
  openSession(world, { user: userId, app: app.id, scopes: app.scopes })
  mintOutboundMessages(world)
}

function mintApp(world: SalesforceWorld, runAs: string): ConnectedApp {
  const { random } = world.port
  const id = consumerKey(random)
  const secret = consumerSecret(random)
  const keySeed = random.base62(22)
  const configured = appSettings(world.setting('connectedApp'))
  const app = world.oauth.apps.insert({
    id,
    secret,
    name: 'Standin Connected App',
    callbacks: CALLBACKS,
    scopes: SCOPES,
    flows: FLOWS,
    runAs,
    certificates: [],
    keySeed,
    requirePkce: false,
    requireSecret: true,
    rotateRefreshTokens: false,
    preauthorized: false,
    ...configured,
  })
  world.port.claim(app.id)
  return app
}

/** What `settings.salesforce.connectedApp` may say. Anything else is ignored. */
function appSettings(settings: unknown): Partial<ConnectedApp> {
  if (typeof settings !== 'object' || settings === null) return {}
  const given = settings as Record<string, unknown>
  const texts = (name: string) =>
    Array.isArray(given[name]) && given[name].every((item) => typeof item === 'string') && { [name]: given[name] }
  const flag = (name: string) => typeof given[name] === 'boolean' && { [name]: given[name] }
  return {
    ...texts('callbacks'),
    ...texts('scopes'),
    ...texts('flows'),
    ...texts('certificates'),
    ...flag('requirePkce'),
    ...flag('requireSecret'),
    ...flag('rotateRefreshTokens'),
    ...flag('preauthorized'),
    ...(typeof given.name === 'string' && { name: given.name }),
  }
}

function domainOf(world: SalesforceWorld): string {
  return `standin-${world.port.random.hex(6)}.my.salesforce.com`
}
