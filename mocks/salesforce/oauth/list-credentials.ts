import type { Credential } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'
import { assertionKey } from './assertion-key.js'

/** What `standin env` prints of an org. */
export function listCredentials(world: SalesforceWorld): readonly Credential[] {
  const [app] = world.oauth.apps.all()
  const [session] = world.sessions.all()
  const [admin, ...others] = world.rights.logins.all()
  const instance = `https://${world.oauth.org.myDomain}`
  const row = (label: string, variable: string, value: string, secret = false) => ({ label, variable, value, secret })
  if (!app || !session || !admin) return []
  return [
    { ...row('instance URL', 'SF_INSTANCE_URL', instance), address: true },
    { ...row('login URL', 'SF_LOGIN_URL', instance), address: true },
    row('consumer key', 'SF_CLIENT_ID', app.id),
    row('consumer secret', 'SF_CLIENT_SECRET', app.secret, true),
    row('user name (administrator)', 'SF_USERNAME', admin.username),
    row('password and security token', 'SF_PASSWORD', admin.password + admin.securityToken, true),
    {
      ...{ label: 'private key for assertions', variable: 'SF_PRIVATE_KEY', secret: true, multiline: true },
      // It takes a while to make, and most never look at it.
      get value() {
        return assertionKey(app).privatePem
      },
    },
    row('access token (administrator)', 'SF_ACCESS_TOKEN', session.id, true),
    ...others.flatMap((login) => [
      row(`user name (${login.profile})`, `SF_USERNAME_${login.alias.toUpperCase()}`, login.username),
      row(`password (${login.profile})`, `SF_PASSWORD_${login.alias.toUpperCase()}`, login.password, true),
    ]),
  ]
}
