import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { type Form, text } from './client.js'
import { htmlPage } from './pages/html.js'
import { isPasswordOf } from './retired-secrets.js'
import { describeScope } from './scopes.js'

function formFields(username: string): string {
  return `<label for="username">Username</label><input id="username" name="username" autocomplete="username" value="${escapeMarkup(username)}" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required${username === '' ? '' : ' autofocus'}>`
}

/**
 * Where a person enters a device's code.
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_device_flow.htm (read 2026-11)
 */
export const connectDevice = page('GET /setup/connect', ({ query }) => codePage(text(query as Form, 'user_code') ?? ''))

/** What that page's form sends: the code, user name, password, and `answer=allow` or `deny`. @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_device_flow.htm (read 2026-11) */
export const answerDevice = page('POST /setup/connect', ({ body }, world) => {
  const form = body as Form
  const code = (text(form, 'user_code') ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const device = world.oauth.devices.where('userCode', code)[0]
  if (device?.state !== 'pending' || world.port.now() >= device.expiresAt) {
    return codePage('', 'That code is not right, or no longer good.')
  }
  const username = text(form, 'username') ?? ''
  const user = world.rights.byUsername(username)
  if (!user?.active || !isPasswordOf(world, user, text(form, 'password') ?? '')) {
    return codePage(code, 'Please check your username and password.', username)
  }
  const allowed = text(form, 'answer') === 'allow'
  world.oauth.devices.put({ ...device, state: allowed ? 'allowed' : 'denied', user: user.id })
  if (allowed) world.oauth.approve(device.app, user.id)
  const scopes = device.scopes.map((scope) => `<li>${escapeMarkup(describeScope(scope))}</li>`).join('')
  return htmlPage({
    title: allowed ? "You're connected" : 'Access denied',
    body: allowed ? `<p>The device may now:</p><ul>${scopes}</ul>` : '<p>The device was refused.</p>',
  })
})

function codePage(code: string, wrong?: string, username = '') {
  return htmlPage({
    title: 'Connect a device',
    status: wrong === undefined ? 200 : 400,
    body: `${wrong === undefined ? '' : `<p class="wrong" role="alert">${escapeMarkup(wrong)}</p>`}
<form method="post" action="/setup/connect">
<label for="user_code">Code that the device shows</label><input id="user_code" name="user_code" value="${escapeMarkup(code)}" autocomplete="one-time-code" required${username === '' ? ' autofocus' : ''}>
${formFields(username)}
<div class="choice"><button class="stop" name="answer" value="deny">Deny</button><button name="answer" value="allow">Allow</button></div></form>`,
  })
}
