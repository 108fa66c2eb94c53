import type { CallFacts } from '../../../src/engine/kit.js'
import { displayName } from '../access/login.js'
import { behaviour } from '../api.js'
import { callerOf } from '../auth.js'
import type { SalesforceWorld } from '../world.js'
import { identityUrl, instanceUrl } from './origins.js'
import { profileUrls } from './profile-urls.js'

/**
 * Who the session is of, as OpenID Connect says it.
 * @throws INVALID_SESSION_ID (401)
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm (read 2026-11)
 */
export const userInfo = behaviour('GET /services/oauth2/userinfo', ({ call }, world) => claims(call, world))

/** The same by POST. @throws INVALID_SESSION_ID (401) @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm (read 2026-11) */
export const userInfoByPost = behaviour('POST /services/oauth2/userinfo', ({ call }, world) => claims(call, world))

function claims(call: CallFacts, world: SalesforceWorld) {
  const { userId: user } = callerOf(call).session
  const login = world.rights.login(user)
  const instance = instanceUrl(call, world)
  const photos = { picture: `${instance}/profilephoto/005/F`, thumbnail: `${instance}/profilephoto/005/T` }
  return {
    sub: identityUrl(call, world, user),
    user_id: user,
    organization_id: world.oauth.org.organization,
    preferred_username: login.username,
    nickname: login.alias,
    name: displayName(login),
    email: login.email,
    email_verified: true,
    given_name: login.firstName,
    family_name: login.lastName,
    zoneinfo: login.timeZone,
    photos,
    profile: `${instance}/${user}`,
    picture: photos.picture,
    address: {},
    urls: profileUrls(instance, world.oauth.org.organization, user),
    active: login.active,
    user_type: 'STANDARD',
    language: login.language,
    locale: login.locale,
    utcOffset: 0,
    updated_at: new Date(world.oauth.org.createdAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    is_app_installed: true,
  }
}
