import { behaviour } from '../api.js'
import { linksOf } from '../resources/links.js'
import { sorted, windowed, within } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import type { Campaign } from './campaign.js'
import { renderCampaign } from './render.js'

/** All campaigns, the newest first. @source https://mailchimp.com/developer/marketing/api/campaigns/list-campaigns/ (read 2026-11) */
export const listAll = behaviour('GET /3.0/campaigns', ({ query, call }, world) => {
  const rows = inOrder(
    world.campaigns.all().filter((campaign) => fits(world, campaign, query)),
    query,
  )
  return {
    campaigns: windowed(rows, query).map((campaign) => renderCampaign(world, campaign, call.origin)),
    total_items: rows.length,
    _links: linksOf(world.description, call.origin, '/3.0/campaigns', []),
  }
})

interface Query {
  readonly [name: string]: unknown
}

function fits(world: MailchimpWorld, campaign: Campaign, query: Query): boolean {
  const is = (asked: unknown, own: unknown) => asked === undefined || asked === own
  const member = query.member_id
  return (
    is(query.type, campaign.type) &&
    is(query.status, campaign.status) &&
    is(query.list_id, campaign.list) &&
    is(query.folder_id, campaign.settings.folder_id) &&
    within(campaign.sendTime, query.since_send_time, query.before_send_time) &&
    within(campaign.created, query.since_create_time, query.before_create_time) &&
    (member === undefined || world.recipients.has(`${campaign.id}/${String(member)}`))
  )
}

function inOrder(rows: readonly Campaign[], { sort_field: field, sort_dir: direction = 'DESC' }: Query): Campaign[] {
  return sorted(
    rows,
    (row) => (field === 'send_time' ? row.sendTime : `${row.created} ${String(row.webId).padStart(12, '0')}`),
    direction,
  )
}
