import { type RetiredCredential, type Row, SandboxError } from '../../../src/engine/kit.js'
import type { Login } from '../access/login.js'
import type { SalesforceWorld } from '../world.js'
import type { ConnectedApp } from './connected-app.js'
import { listCredentials } from './list-credentials.js'
import { sameSecret } from './signature.js'
import { consumerSecret } from './token-formats.js'

/** A consumer secret or a password that another one took the place of; its id is its place in their order. */
export interface RetiredSecret extends Row {
  /** The app's or the user's id. */
  readonly owner: string
  readonly variable: string
  readonly label: string
  /** As `standin env` had it: of a password perhaps with the security token behind. */
  readonly secret: string
  readonly password: string | null
  /** Unix milliseconds on the world's clock. */
  readonly until: number
}

const CLIENT_SECRET = 'SF_CLIENT_SECRET'
/**
 * How long a rotated set of consumer details is kept beside the new one, in milliseconds.
 * @source https://lekkimworld.com/author/lekkim on the credentials API of external client apps (read 2026-11)
 * @unverified that it is so for a connected app too, and that its key may stay
 */
const LONGEST_OVERLAP = 30 * 24 * 60 * 60 * 1000

export function retiredSecrets(world: SalesforceWorld): readonly RetiredCredential[] {
  return world.oauth.retired
    .all()
    .map(({ variable, label, secret, until }) => ({ variable, label, value: secret, until }))
}

/** The consumer secret, and the password (with its security token) of each user. */
export function rollable(world: SalesforceWorld): string[] {
  return listCredentials(world)
    .map(({ variable }) => variable)
    .filter((variable) => variable === CLIENT_SECRET || /^SF_PASSWORD/.test(variable))
}

/**
 * A new consumer secret, or a password as reset in Setup with a new security token. Sessions and refresh tokens stay.
 * @throws SandboxError for an overlap of passwords: a user has one
 * @unverified that a reset password leaves the user's sessions open
 */
export function rollSecret(variable: string, overlap: number, world: SalesforceWorld): void {
  const listed = listCredentials(world)
  const at = listed.findIndex((each) => each.variable === variable)
  const old = listed[at]
  const [app] = world.oauth.apps.all()
  if (!old || !app)
    throw new SandboxError('SANDBOX_NOT_FOUND', `Nothing is read from ${variable}.`, 'See `standin env`.')
  const until = world.port.now() + Math.min(overlap, LONGEST_OVERLAP)
  const { label, value: secret } = old
  if (variable === CLIENT_SECRET) {
    retire(world, { owner: app.id, variable, label, secret, password: null, until })
    world.oauth.apps.update(app.id, { secret: consumerSecret(world.port.random) })
    return
  }
  if (overlap > 0) {
    const message = 'A user of Salesforce has one password: the old one holds no longer once it is reset.'
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Leave --overlap out.')
  }
  // The name that it goes with stands right before it.
  const login = world.rights.byUsername(listed[at - 1]?.value ?? '')
  if (!login) throw new SandboxError('SANDBOX_NOT_FOUND', `Nobody logs in with ${variable}.`, 'See `standin env`.')
  retire(world, { owner: login.id, variable, label, secret, password: login.password, until })
  const { random } = world.port
  world.rights.logins.update(login.id, {
    password: `Pw1-${random.base62(12)}`,
    securityToken: random.base62(24),
  })
}

function retire(world: SalesforceWorld, secret: Omit<RetiredSecret, 'id'>): void {
  world.oauth.retired.insert({ id: String(world.oauth.retired.size), ...secret })
}

/** Whether a secret is an app's now; that of before counts for as long as it holds, and is told of after. */
export function isSecretOf(world: SalesforceWorld, app: ConnectedApp, given: string): boolean {
  if (!sameSecret(given, app.secret)) return isRetired(world, app.id, given)
  world.port.access.came(app.secret)
  return true
}

/** Whether a password is a user's, with the security token appended or without: loopback is a trusted address. */
export function isPasswordOf(world: SalesforceWorld, login: Login, given: string): boolean {
  const forms = [login.password, login.password + login.securityToken]
  if (!forms.some((form) => sameSecret(given, form))) return isRetired(world, login.id, given)
  const listed = listCredentials(world).find(({ multiline, value }) => !multiline && forms.includes(value))
  if (listed) world.port.access.came(listed.value)
  return true
}

/** Whether it is one of before that still holds. */
function isRetired(world: SalesforceWorld, of: string, given: string): boolean {
  const old = world.oauth.retired
    .all()
    .find(
      ({ owner, secret, password }) =>
        owner === of && [secret, password ?? secret].some((one) => sameSecret(given, one)),
    )
  if (!old) return false
  const holds = old.until > world.port.now()
  world.port.access.came(old.secret, undefined, !holds)
  return holds
}
