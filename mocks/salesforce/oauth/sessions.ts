import type { SalesforceWorld } from '../world.js'
import type { Session } from './rows.js'
import { accessToken } from './token-formats.js'

/** "Session Settings: timeout value", in milliseconds. @source https://help.salesforce.com/s/articleView?id=sf.admin_sessions.htm (read 2026-11) */
export const SESSION_TIMEOUT = 2 * 60 * 60 * 1000

/** How many milliseconds without use end a session: the setting `sessionTimeout` (minutes), or two hours. */
export function sessionTimeout(world: SalesforceWorld): number {
  const minutes = world.setting('sessionTimeout')
  return typeof minutes === 'number' && minutes > 0 ? minutes * 60_000 : SESSION_TIMEOUT
}

export interface NewSession {
  readonly user: string
  readonly app: string | null
  readonly scopes: readonly string[]
  readonly refresh?: string | null
}

export function openSession(world: SalesforceWorld, of: NewSession): Session {
  const now = world.port.now()
  const session = world.oauth.sessions.insert({
    id: accessToken(world.port.random, world.oauth.org.organization),
    userId: of.user,
    app: of.app,
    scopes: of.scopes,
    refresh: of.refresh ?? null,
    issuedAt: now,
    expiresAt: now + sessionTimeout(world),
    revoked: false,
  })
  world.port.claim(session.id)
  return session
}

/** Still good at this moment of the world's clock? */
export function isLive(session: Session, now: number): boolean {
  return !session.revoked && now < session.expiresAt
}

/** Use in the second half of its life makes a session last a whole time-out more. */
export function prolong(world: SalesforceWorld, session: Session): void {
  const now = world.port.now()
  const timeout = sessionTimeout(world)
  if (session.expiresAt - now > timeout / 2) return
  world.port.world.transact('prolong a session', undefined, () => {
    world.oauth.sessions.put({ ...session, expiresAt: now + timeout })
  })
}

/** A session of the org's first administrator, as a person has who works in Setup. */
export function ownerSession(world: SalesforceWorld): Session {
  const [admin] = world.rights.logins.all()
  const user = admin?.id ?? ''
  const now = world.port.now()
  const open = world.sessions.all().find((each) => each.userId === user && each.app === null && isLive(each, now))
  return open ?? openSession(world, { user, app: null, scopes: ['api', 'web', 'full'] })
}
