import { type CallFacts, reply } from '../../../src/engine/kit.js'
import { displayName } from '../access/login.js'
import { behaviour } from '../api.js'
import type { SalesforceWorld } from '../world.js'
import { type Form, text } from './client.js'
import { identityUrl, instanceUrl } from './origins.js'
import { profileUrls } from './profile-urls.js'
import { isLive } from './sessions.js'

/**
 * Who a user is: the document behind the `id` of a token response. The token stands in the header, or in the query as
 * `oauth_token`.
 * @throws 403 with the text Missing_OAuth_Token, Bad_OAuth_Token or Wrong_Org
 * @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm (read 2026-11)
 * @unverified the three texts
 */
export const identity = behaviour('GET /id/{organization}/{user}', ({ params, query, call }, world) =>
  answer(world, call, params, query as Form),
)

/** The same by POST. @throws 403 with a text @source https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm (read 2026-11) */
export const identityByPost = behaviour('POST /id/{organization}/{user}', ({ params, body, call }, world) =>
  answer(world, call, params, body as Form),
)

function answer(world: SalesforceWorld, call: CallFacts, params: Readonly<Record<string, string>>, form: Form) {
  const header = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(call.header('authorization') ?? '')?.[1]
  const token = header ?? text(form, 'oauth_token') ?? text(form, 'access_token')
  if (token === undefined) return refused('Missing_OAuth_Token')
  const session = world.oauth.sessions.find(token)
  if (!session || !isLive(session, world.port.now())) return refused('Bad_OAuth_Token')
  const { organization = '', user = '' } = params
  if (organization.slice(0, 15) !== world.oauth.org.organization.slice(0, 15)) return refused('Wrong_Org')
  if (session.userId.slice(0, 15) !== user.slice(0, 15)) return refused('Bad_Id')
  return document(world, call, session.userId)
}

function refused(why: string) {
  return reply({ status: 403, body: why, contentType: 'text/plain;charset=UTF-8' })
}

function document(world: SalesforceWorld, call: CallFacts, user: string) {
  const login = world.rights.login(user)
  const instance = instanceUrl(call, world)
  return {
    id: identityUrl(call, world, user),
    asserted_user: true,
    user_id: user,
    organization_id: world.oauth.org.organization,
    username: login.username,
    nick_name: login.alias,
    display_name: displayName(login),
    email: login.email,
    email_verified: true,
    first_name: login.firstName,
    last_name: login.lastName,
    timezone: login.timeZone,
    photos: { picture: `${instance}/profilephoto/005/F`, thumbnail: `${instance}/profilephoto/005/T` },
    addr_street: null,
    addr_city: null,
    addr_state: null,
    addr_country: null,
    addr_zip: null,
    mobile_phone: null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: profileUrls(instance, world.oauth.org.organization, user),
    active: login.active,
    user_type: 'STANDARD',
    language: login.language,
    locale: login.locale,
    utcOffset: 0,
    last_modified_date: new Date(world.oauth.org.createdAt).toISOString().replace('Z', '+0000'),
    is_app_installed: true,
  }
}
