import { withdraw } from '../members/withdraw.js'
import type { MailchimpWorld } from '../world.js'
import type { Recipient } from './campaign.js'
import { changeTally } from './tally.js'
import { trackClick, trackOpen } from './track.js'

/** What the beginning of an address, or what stands behind its `+`, makes happen. */
const OUTCOMES = /(?:^|\+)(hard-?bounce|soft-?bounce|complaint|opens|clicks)@/i

/**
 * Nobody reads mail here, so what happens to one is said by its address: `hardbounce@`, `anna+softbounce@`, `complaint@`, `opens@`,
 * `clicks@`. All others are delivered, and are opened and clicked by whoever follows their links.
 */
export function afterSending(world: MailchimpWorld, recipient: Recipient): void {
  const outcome = OUTCOMES.exec(recipient.email)?.[1]?.replace('-', '').toLowerCase()
  switch (outcome) {
    case 'hardbounce':
      world.recipients.update(recipient.id, { status: 'hard' })
      changeTally(world, recipient.parent, ({ hard }) => ({ hard: hard + 1 }))
      withdraw(world, recipient, 'hard')
      break
    case 'softbounce':
      world.recipients.update(recipient.id, { status: 'soft' })
      changeTally(world, recipient.parent, ({ soft }) => ({ soft: soft + 1 }))
      break
    case 'complaint':
      world.recipients.update(recipient.id, { complained: world.now() })
      changeTally(world, recipient.parent, ({ abuse }) => ({ abuse: abuse + 1 }))
      withdraw(world, recipient, 'abuse')
      break
    case 'opens':
      trackOpen(world, recipient.id)
      break
    case 'clicks':
      trackClick(world, recipient.id, world.campaignLinks.where('parent', recipient.parent)[0]?.linkId ?? '')
      break
    default:
  }
}
