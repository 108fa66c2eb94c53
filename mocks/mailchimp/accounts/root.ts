import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { toIso } from '../world.js'

/** Who the key belongs to. @source https://mailchimp.com/developer/marketing/api/root/ (read 2026-11) */
export const root = behaviour('GET /3.0', ({ call }, world) => {
  const { accountId, loginId, name, email, createdAt } = world.account
  return {
    account_id: accountId,
    login_id: loginId,
    account_name: name,
    email,
    first_name: 'Standin',
    last_name: 'Owner',
    username: email,
    role: 'owner',
    member_since: toIso(createdAt),
    pricing_plan_type: 'monthly',
    first_payment: toIso(createdAt),
    account_timezone: 'UTC',
    account_industry: '',
    last_login: world.now(),
    pro_enabled: false,
    total_subscribers: world.lists
      .all()
      .reduce((sum, { id }) => sum + world.members.count('standing', `${id}/subscribed`), 0),
    _links: linksOf(world.description, call.origin, '/3.0', []),
  }
})
