import type { SalesforceWorld } from '../world.js'
import { openSession } from './sessions.js'
import { consumerKey, consumerSecret } from './token-formats.js'

/**
 * Gives a copy of an org credentials of its own: an app, a session of the administrator, user names, a domain. The org's id and
 * its records stay; those who were logged in are logged out.
 */
export function renewCredentials(world: SalesforceWorld): void {
  const { oauth, port } = world
  for (const table of [oauth.sessions, oauth.refreshTokens, oauth.codes, oauth.pending, oauth.devices, oauth.retired]) {
    for (const { id } of table.all()) table.delete(id)
  }
  oauth.renameDomain(`standin-${port.random.hex(6)}.my.salesforce.com`)
  port.claim(oauth.org.myDomain)
  renameUsers(world)
  const app = renewApp(world)
  const [admin] = world.rights.logins.all()
  if (admin) openSession(world, { user: admin.id, app, scopes: oauth.apps.find(app)?.scopes ?? [] })
}

/** User names are of one org only: those that carry the world's name get that of the copy. */
function renameUsers(world: SalesforceWorld): void {
  for (const login of world.rights.logins.all()) {
    const username = login.username.replace(/@[^@]*\.standin\.test$/, `@${world.port.name}.standin.test`)
    if (username === login.username) continue
    world.rights.logins.update(login.id, { username })
    world.users.update(login.id, { Username: username })
    world.port.claim(username)
  }
}

function renewApp(world: SalesforceWorld): string {
  const { oauth, port } = world
  const [old] = oauth.apps.all()
  const id = consumerKey(port.random)
  if (!old) return id
  oauth.apps.delete(old.id)
  oauth.apps.insert({ ...old, id, secret: consumerSecret(port.random) })
  port.claim(id)
  for (const approval of oauth.approvals.all()) {
    const [app, user = ''] = approval.id.split(' ')
    if (app === old.id) oauth.approve(id, user)
  }
  return id
}
