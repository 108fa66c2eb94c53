import { DATACENTER } from '../accounts/datacenter.js'
import { behaviour } from '../api.js'

/**
 * Where the account lives that a token is for: clients ask once, and call that datacenter from then on.
 * @source https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ (read 2026-11)
 */
export const metadata = behaviour('GET /oauth2/metadata', ({ call }, world) => {
  const { name, email, loginId } = world.account
  const { hostname } = new URL(call.origin)
  const api = hostname.endsWith('.mailchimp.com') ? `https://${DATACENTER}.api.mailchimp.com` : call.origin
  return {
    dc: DATACENTER,
    role: 'owner',
    accountname: name,
    user_id: Number(loginId),
    login: { email, avatar: null, login_id: Number(loginId), login_name: email, login_email: email },
    login_url: 'https://login.mailchimp.com',
    api_endpoint: api,
  }
})
