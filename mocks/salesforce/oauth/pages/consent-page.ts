import { escapeMarkup } from '../../../../src/engine/kit.js'
import type { Login } from '../../access/login.js'
import type { ConnectedApp } from '../connected-app.js'
import type { PendingAuthorization } from '../rows.js'
import { describeScope } from '../scopes.js'
import { hidden, htmlPage } from './html.js'

/** Asks whether an app may. */
export function consentPage(pending: PendingAuthorization, app: ConnectedApp, login: Login) {
  const wants = pending.scopes.map((scope) => `<li>${escapeMarkup(describeScope(scope))}</li>`)
  return htmlPage({
    title: 'Allow Access?',
    leadsTo: pending.redirectUri,
    body: `<p><strong>${escapeMarkup(app.name)}</strong> is asking to:</p><ul>${wants.join('')}</ul>
<p>Do you want to allow access for ${escapeMarkup(login.username)}?</p>
<form method="post" action="/setup/secur/RemoteAccessAuthorizationPage.apexp">${hidden('authorization', pending.id)}
<div class="choice"><button class="stop" name="answer" value="deny">Deny</button><button name="answer" value="allow">Allow</button></div></form>`,
  })
}
