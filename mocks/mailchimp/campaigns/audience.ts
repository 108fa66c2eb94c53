import type { Member } from '../members/member.js'
import { meets } from '../segments/evaluate.js'
import { membersOf } from '../segments/segment.js'
import type { MailchimpWorld } from '../world.js'
import type { Campaign } from './campaign.js'

/** Whom it goes to: subscribers of its audience, of those the ones in its segment. */
export function recipientsOf(world: MailchimpWorld, { list, segment }: Pick<Campaign, 'list' | 'segment'>): Member[] {
  if (list === '') return []
  const saved = segment?.saved_segment_id
  const chosen = saved === undefined || saved === 0 ? undefined : world.segments.find(`${list}/${saved}`)
  const members = chosen ? membersOf(world, chosen) : world.members.where('standing', `${list}/subscribed`)
  if (!segment?.conditions?.length) return members
  return members.filter((member) => meets(world, member, segment))
}

/** How many that are, without a look at each where none is needed. */
export function countRecipients(world: MailchimpWorld, campaign: Pick<Campaign, 'list' | 'segment'>): number {
  if (campaign.segment === null) return world.members.count('standing', `${campaign.list}/subscribed`)
  return recipientsOf(world, campaign).length
}
