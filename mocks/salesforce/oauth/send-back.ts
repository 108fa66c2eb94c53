import type { CallFacts } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'
import type { ConnectedApp } from './connected-app.js'
import { redirect } from './pages/html.js'
import type { PendingAuthorization } from './rows.js'
import { authorizationCode } from './token-formats.js'
import { issueTokens } from './token-response.js'

/** How long a code is good, in milliseconds. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11) */
const CODE_LIFETIME = 15 * 60 * 1000

export interface WayBack {
  readonly redirectUri: string
  readonly state: string | null
  /** The user-agent flow puts its answer behind the `#`. */
  readonly fragment: boolean
}

/** Where a browser is sent with parameters; what the callback has of its own stays. */
export function backTo({ redirectUri, state, fragment }: WayBack, answer: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams({ ...answer, ...(state !== null && { state }) }).toString()
  if (fragment) return `${redirectUri}#${said}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${said}`
}

export function errorRedirect(back: WayBack, error: string, description: string): string {
  return backTo(back, { error, error_description: description })
}

/** Ends a person's way with yes: a code, or in the user-agent flow the tokens themselves. */
export function sendBackAllowed(
  world: SalesforceWorld,
  pending: PendingAuthorization,
  { app, user, call }: { readonly app: ConnectedApp; readonly user: string; readonly call: CallFacts },
) {
  finish(world, pending)
  world.oauth.approve(app.id, user)
  const { scopes, state, nonce } = pending
  const back = { redirectUri: pending.redirectUri, state, fragment: pending.responseType === 'token' }
  if (back.fragment) {
    return redirect(backTo(back, issueTokens(world, { app, user, scopes, refreshable: true, nonce }, call)))
  }
  const code = world.oauth.codes.insert({
    id: authorizationCode(world.port.random),
    user,
    app: app.id,
    scopes,
    redirectUri: pending.redirectUri,
    codeChallenge: pending.codeChallenge,
    nonce,
    expiresAt: world.port.now() + CODE_LIFETIME,
    used: false,
  })
  world.port.claim(code.id)
  return redirect(backTo(back, { code: code.id }))
}

/** Ends it with no: `error=access_denied`. */
export function sendBackDenied(world: SalesforceWorld, pending: PendingAuthorization) {
  finish(world, pending)
  const back = { ...pending, fragment: pending.responseType === 'token' }
  return redirect(errorRedirect(back, 'access_denied', 'end-user denied authorization'))
}

function finish(world: SalesforceWorld, pending: PendingAuthorization): void {
  world.oauth.pending.delete(pending.id)
  world.port.release(pending.id)
}
