import type { SalesforceWorld } from '../world.js'
import type { RefreshToken } from './rows.js'
import { refreshToken } from './token-formats.js'

/** How many approvals of one app by one user live at a time. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_request_manage.htm (read 2026-11) */
const MOST_GRANTS = 5

/** A new refresh token. The sixth of an app and a user silently revokes the oldest. */
export function grantRefreshToken(
  world: SalesforceWorld,
  of: Pick<RefreshToken, 'app' | 'user' | 'scopes'>,
): RefreshToken {
  const live = world.oauth.refreshTokens
    .where('user', of.user)
    .filter((token) => token.app === of.app && !token.revoked)
  for (const old of live.slice(0, Math.max(0, live.length - MOST_GRANTS + 1))) revokeRefreshToken(world, old)
  const token = world.oauth.refreshTokens.insert({
    ...of,
    id: refreshToken(world.port.random),
    issuedAt: world.port.now(),
    revoked: false,
  })
  world.port.claim(token.id)
  return token
}

/** Ends a refresh token and the sessions that came of it. Its row stays, so that its use is answered by its own world. */
export function revokeRefreshToken(world: SalesforceWorld, token: RefreshToken): void {
  world.oauth.refreshTokens.put({ ...token, revoked: true })
  for (const session of world.oauth.sessions.where('refresh', token.id)) {
    if (!session.revoked) world.oauth.sessions.put({ ...session, revoked: true })
  }
}
