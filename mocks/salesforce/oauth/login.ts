import { page } from '../api.js'
import { type Form, text } from './client.js'
import { consentPage } from './pages/consent-page.js'
import { oauthErrorPage } from './pages/html.js'
import { loginPage } from './pages/login-page.js'
import { isPasswordOf } from './retired-secrets.js'
import { sendBackAllowed, sendBackDenied } from './send-back.js'

const WRONG =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator."
const STALE = ['invalid_request', 'this login was finished before or was never begun'] as const

/**
 * What the login page's form sends. Then comes the question for consent, unless the user has said yes before or the app needs
 * none; a test may send `answer=allow` or `answer=deny` along and skip that page.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate.htm (read 2026-11)
 */
export const login = page('POST /login', ({ body, call }, world) => {
  const form = body as Form
  const pending = world.oauth.pending.find(text(form, 'authorization') ?? '')
  const app = pending && world.oauth.apps.find(pending.app)
  if (!pending || !app) return oauthErrorPage(...STALE)
  const username = text(form, 'username') ?? ''
  const user = world.rights.byUsername(username)
  if (!user?.active || !isPasswordOf(world, user, text(form, 'password') ?? '')) {
    return loginPage(pending, app, { username, wrong: WRONG })
  }
  const answer = text(form, 'answer')
  if (answer === 'deny') return sendBackDenied(world, pending)
  const asks = pending.prompt.includes('consent')
  const approved = app.preauthorized || world.oauth.hasApproved(app.id, user.id)
  if (answer === 'allow' || (approved && !asks)) return sendBackAllowed(world, pending, { app, user: user.id, call })
  return consentPage(world.oauth.pending.put({ ...pending, user: user.id }), app, user)
})

/**
 * What the consent page's form sends: `answer=allow` or `answer=deny`.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate.htm (read 2026-11)
 */
export const consent = page('POST /setup/secur/RemoteAccessAuthorizationPage.apexp', ({ body, call }, world) => {
  const form = body as Form
  const pending = world.oauth.pending.find(text(form, 'authorization') ?? '')
  const app = pending && world.oauth.apps.find(pending.app)
  if (!pending || !app || pending.user === null) return oauthErrorPage(...STALE)
  if (text(form, 'answer') !== 'allow') return sendBackDenied(world, pending)
  return sendBackAllowed(world, pending, { app, user: pending.user, call })
})
