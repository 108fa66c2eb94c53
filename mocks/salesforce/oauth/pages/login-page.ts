import type { ConnectedApp } from '../connected-app.js'
import type { PendingAuthorization } from '../rows.js'
import { escapeMarkup, hidden, htmlPage } from './html.js'

/** User name and password; `wrong` where they were. */
export function loginPage(pending: PendingAuthorization, app: ConnectedApp, wrong?: string) {
  return htmlPage({
    title: 'Log in to Salesforce',
    leadsTo: pending.redirectUri,
    status: wrong === undefined ? 200 : 401,
    body: `<p>to continue to ${escapeMarkup(app.name)}</p>
${wrong === undefined ? '' : `<p class="wrong" role="alert">${escapeMarkup(wrong)}</p>`}
<form method="post" action="/login">${hidden('authorization', pending.id)}
<label for="username">Username</label><input id="username" name="username" autocomplete="username" value="${escapeMarkup(pending.loginHint ?? '')}" required autofocus>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Log In</button></form>`,
  })
}
