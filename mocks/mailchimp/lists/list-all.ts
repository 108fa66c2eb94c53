import { behaviour } from '../api.js'
import { hashOf } from '../members/subscriber-hash.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed, within } from '../resources/paging.js'
import { keyOf } from '../resources/row.js'
import { renderList } from './list.js'

/** All audiences; `email` narrows to those that it is in. @source https://mailchimp.com/developer/marketing/api/lists/get-lists-info/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/lists', ({ query, call }, world) => {
  const { email } = query
  const fitting = world.lists
    .all()
    .filter(({ created }) => within(created, query.since_date_created, query.before_date_created))
    .filter(({ lastSent }) => within(lastSent, query.since_campaign_last_sent, query.before_campaign_last_sent))
    .filter(({ id }) => email === undefined || world.members.has(keyOf(id, hashOf(email))))
  const rows = query.sort_field === 'date_created' ? sorted(fitting, ({ created }) => created, query.sort_dir) : fitting
  return {
    lists: windowed(rows, query).map((list) => renderList(world, list, call.origin)),
    total_items: rows.length,
    constraints: { may_create: true, max_instances: 100, current_total_instances: world.lists.size },
    _links: linksOf(world.description, call.origin, '/3.0/lists', []),
  }
})
