import type { MailchimpWorld } from '../world.js'
import { countRecipients } from './audience.js'
import type { Campaign } from './campaign.js'

interface Item {
  readonly type: 'success' | 'warning' | 'error'
  readonly id: number
  readonly heading: string
  readonly details: string
}

/** Whether a campaign can be sent, point by point. @unverified numbers and wording of the points */
export function checklistOf(world: MailchimpWorld, campaign: Campaign): { is_ready: boolean; items: Item[] } {
  const { settings, content, list } = campaign
  const count = countRecipients(world, campaign)
  const name = world.lists.find(list)?.settings.name
  const point = (id: number, heading: string, good: string | false, bad: string): Item =>
    good === false ? { type: 'error', id, heading, details: bad } : { type: 'success', id, heading, details: good }
  const items = [
    point(
      501,
      'List',
      name !== undefined && count > 0 && `${count} recipients of ${name}`,
      'Nobody is in the audience yet.',
    ),
    point(502, 'Subject', !!settings.subject_line && settings.subject_line, 'The campaign has no subject line.'),
    point(503, 'From', !!settings.from_name && settings.from_name, 'The campaign has no from name.'),
    point(504, 'Replies', !!settings.reply_to && settings.reply_to, 'The campaign has no reply-to address.'),
    point(
      505,
      'Content',
      (content.html !== '' || content.plain_text !== '') && 'Content is there.',
      'The campaign has no content.',
    ),
  ]
  return { is_ready: items.every(({ type }) => type !== 'error'), items }
}
