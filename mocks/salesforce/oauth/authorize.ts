import { page } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { type Form, text } from './client.js'
import { allowsCallback, type ConnectedApp } from './connected-app.js'
import { oauthErrorPage, redirect } from './pages/html.js'
import { loginPage } from './pages/login-page.js'
import type { PendingAuthorization } from './rows.js'
import { parseScopes } from './scopes.js'
import { errorRedirect } from './send-back.js'

/**
 * Where a person's browser is sent to log in and to consent: the beginning of the web server flow (`response_type=code`, with
 * PKCE where a `code_challenge` is given, always S256) and of the user-agent flow (`token`). What is wrong with the request
 * goes back to `redirect_uri`; where that is wrong itself, a page says so.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11)
 */
export const authorize = page('GET /services/oauth2/authorize', ({ query }, world) => begin(query as Form, world))

/** The same by POST. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm (read 2026-11) */
export const authorizeByPost = page('POST /services/oauth2/authorize', ({ body }, world) => begin(body as Form, world))

function begin(form: Form, world: SalesforceWorld) {
  const app = world.oauth.apps.find(text(form, 'client_id') ?? '')
  if (!app) return oauthErrorPage('invalid_client_id', 'client identifier invalid')
  const redirectUri = text(form, 'redirect_uri') ?? app.callbacks[0] ?? ''
  if (!allowsCallback(app, redirectUri)) {
    return oauthErrorPage('redirect_uri_mismatch', 'redirect_uri must match configuration')
  }
  const responseType = text(form, 'response_type') ?? ''
  const back = { redirectUri, state: text(form, 'state') ?? null, fragment: responseType === 'token' }
  const wrong = wrongWith(form, app, responseType)
  if (wrong) return redirect(errorRedirect(back, wrong.error, wrong.description))
  const pending = world.oauth.pending.insert({
    id: world.port.random.base62(32),
    app: app.id,
    responseType: responseType === 'token' ? 'token' : 'code',
    redirectUri,
    scopes: askedScopes(form, app) ?? app.scopes,
    state: back.state,
    codeChallenge: text(form, 'code_challenge') ?? null,
    nonce: text(form, 'nonce') ?? null,
    prompt: (text(form, 'prompt') ?? '').split(' '),
    loginHint: text(form, 'login_hint') ?? null,
    user: null,
  } satisfies PendingAuthorization)
  world.port.claim(pending.id)
  return loginPage(pending, app)
}

function wrongWith(form: Form, app: ConnectedApp, responseType: string) {
  if (responseType !== 'code' && responseType !== 'token') {
    return { error: 'unsupported_response_type', description: 'response type is not supported' }
  }
  if (!app.flows.includes(responseType === 'code' ? 'web_server' : 'user_agent')) {
    return { error: 'unauthorized_client', description: 'this app is not allowed to use this flow' }
  }
  if (!askedScopes(form, app)) return { error: 'invalid_scope', description: 'the requested scope is not allowed' }
  const challenge = text(form, 'code_challenge')
  if (responseType === 'code' && app.requirePkce && challenge === undefined) {
    return { error: 'invalid_request', description: 'missing required code challenge' }
  }
  if ((text(form, 'code_challenge_method') ?? 'S256') !== 'S256') {
    return { error: 'invalid_request', description: 'invalid code challenge method' }
  }
  // There is no browser session here, so whoever asks not to be asked is told that it cannot be.
  if (text(form, 'immediate') === 'true' || text(form, 'prompt') === 'none') {
    return { error: 'immediate_unsuccessful', description: 'not approved for access' }
  }
  return undefined
}

/** Those of the request, all of the app where it names none; undefined where the app may not have one. */
function askedScopes(form: Form, app: ConnectedApp): readonly string[] | undefined {
  const asked = parseScopes(text(form, 'scope') ?? '')
  if (!asked?.every((scope) => allowed(scope, app))) return undefined
  return asked.length > 0 ? asked : app.scopes
}

function allowed(scope: string, app: ConnectedApp): boolean {
  const same = scope === 'offline_access' ? 'refresh_token' : scope
  return app.scopes.includes(same) || app.scopes.includes(scope)
}
