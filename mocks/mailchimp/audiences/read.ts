import { behaviour } from '../api.js'
import { findList, type List } from '../lists/list.js'
import { listRows } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'

/** @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
export const listAudiences = behaviour('GET /3.0/audiences', ({ query }, world) => {
  const { rows, total } = listRows(world.lists, '', query)
  return { audiences: rows.map((list) => renderAudience(world, list)), total_items: total }
})

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
export const retrieveAudience = behaviour('GET /3.0/audiences/{audience_id}', ({ params }, world) =>
  renderAudience(world, findList(world, params.audience_id)),
)

/** @unverified that text messages count as enabled once somebody has a number, and that those in the archive are counted */
function renderAudience(world: MailchimpWorld, list: List): Record<string, unknown> {
  const texts = world.smsChannels.all().some(({ id }) => id.startsWith(`${list.id}/`))
  return {
    id: list.id,
    name: list.settings.name,
    stats: { total_contacts: world.members.count('parent', list.id) },
    enabled_channels: texts ? ['Email', 'SMS'] : ['Email'],
  }
}
