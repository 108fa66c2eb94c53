import { escapeMarkup } from '../../../../src/engine/kit.js'
import type { ConnectedApp } from '../connected-app.js'
import type { PendingAuthorization } from '../rows.js'
import { hidden, htmlPage } from './html.js'

/** User name and password; `wrong` where they were, with the name that was typed. */
export function loginPage(
  pending: PendingAuthorization,
  app: ConnectedApp,
  { username = pending.loginHint ?? '', wrong }: { readonly username?: string; readonly wrong?: string } = {},
) {
  // Who is known already goes on with the password.
  const [first, second] = username === '' ? [' autofocus', ''] : ['', ' autofocus']
  return htmlPage({
    title: 'Log in to Salesforce',
    leadsTo: pending.redirectUri,
    status: wrong === undefined ? 200 : 401,
    body: `<p>to continue to ${escapeMarkup(app.name)}</p>
${wrong === undefined ? '' : `<p class="wrong" role="alert">${escapeMarkup(wrong)}</p>`}
<form method="post" action="/login">${hidden('authorization', pending.id)}
<label for="username">Username</label><input id="username" name="username" autocomplete="username" value="${escapeMarkup(username)}" required${first}>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required${second}>
<button type="submit">Log In</button></form>`,
  })
}
