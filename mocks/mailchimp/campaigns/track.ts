import { note } from '../members/tell.js'
import type { MailchimpWorld } from '../world.js'
import type { Recipient } from './campaign.js'
import { changeTally } from './tally.js'

/** Somebody has opened what was sent to them. */
export function trackOpen(world: MailchimpWorld, id: string): void {
  const recipient = world.recipients.find(id)
  if (!recipient) return
  const now = world.now()
  world.recipients.put({ ...recipient, opens: recipient.opens + 1, openedAt: [...recipient.openedAt, now] })
  const first = recipient.opens === 0 ? 1 : 0
  changeTally(world, recipient.parent, ({ opens, uniqueOpens }) => ({
    opens: opens + 1,
    uniqueOpens: uniqueOpens + first,
    lastOpen: now,
  }))
  countFor(world, recipient, { opened: first })
  remember(world, recipient, 'open', {})
}

/** Somebody has followed a link in it, and so has opened it. */
export function trackClick(world: MailchimpWorld, id: string, linkId: string): void {
  const link = world.campaignLinks.find(`${id.split('/')[0]}/${linkId}`)
  if (!link) return
  if (world.recipients.find(id)?.opens === 0) trackOpen(world, id)
  const recipient = world.recipients.find(id)
  if (!recipient) return
  const now = world.now()
  const before = recipient.links[linkId] ?? 0
  const links = { ...recipient.links, [linkId]: before + 1 }
  world.recipients.put({ ...recipient, clicks: recipient.clicks + 1, links })
  const unique = before === 0 ? 1 : 0
  const first = recipient.clicks === 0 ? 1 : 0
  world.campaignLinks.put({
    ...link,
    clicks: link.clicks + 1,
    uniqueClicks: link.uniqueClicks + unique,
    lastClick: now,
  })
  changeTally(world, recipient.parent, ({ clicks, uniqueClicks, subscriberClicks }) => ({
    clicks: clicks + 1,
    uniqueClicks: uniqueClicks + unique,
    subscriberClicks: subscriberClicks + first,
    lastClick: now,
  }))
  countFor(world, recipient, { clicked: first })
  remember(world, recipient, 'click', { url: link.url })
}

function countFor(world: MailchimpWorld, { list, hash }: Recipient, add: { opened?: number; clicked?: number }): void {
  const member = world.members.find(`${list}/${hash}`)
  if (!member) return
  const opened = member.opened + (add.opened ?? 0)
  world.members.put({ ...member, opened, clicked: member.clicked + (add.clicked ?? 0) })
}

function remember(world: MailchimpWorld, { list, hash, parent }: Recipient, action: string, details: object): void {
  const member = world.members.find(`${list}/${hash}`)
  if (member) note(world, member, action, parent, details)
}
