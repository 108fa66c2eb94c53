import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { afterSending } from './after-sending.js'
import { recipientsOf } from './audience.js'
import type { Campaign, Recipient } from './campaign.js'
import { registerLinks } from './personalise.js'

/** How long a campaign is on its way before the first mail goes out, in milliseconds on the world's clock. @unverified */
export const BEFORE_SENDING = 1000
/** Mails that go out in one go, so that requests get their turn. */
const AT_ONCE = 500

/** Begins to send a campaign whose time has come. */
export function beginSending(world: MailchimpWorld, id: string): void {
  const campaign = world.campaigns.find(id)
  if (!campaign || (campaign.status !== 'schedule' && campaign.status !== 'sending')) return
  registerLinks(world, campaign)
  const members = recipientsOf(world, campaign).map((member) => member.id)
  world.campaigns.put({ ...campaign, status: 'sending', timer: '' })
  next(world, id, members, 0)
}

function next(world: MailchimpWorld, campaign: string, members: readonly string[], from: number): void {
  world.port.schedule('send-campaign-part', world.port.now(), { campaign, members, from })
}

interface Part {
  readonly campaign: string
  readonly members: readonly string[]
  readonly from: number
}

/** Sends a part, and says when it was the last. Who is no longer subscribed meanwhile gets nothing. */
export function sendPart(world: MailchimpWorld, { campaign: id, members, from }: Part): void {
  const campaign = world.campaigns.find(id)
  if (campaign?.status !== 'sending') return
  for (const key of members.slice(from, from + AT_ONCE)) sendTo(world, campaign, key)
  if (from + AT_ONCE < members.length) next(world, id, members, from + AT_ONCE)
  else finish(world, id)
}

function sendTo(world: MailchimpWorld, { id }: Campaign, key: string): void {
  const member = world.members.find(key)
  if (member?.status !== 'subscribed') return
  const recipient: Recipient = {
    id: keyOf(id, member.hash),
    parent: id,
    hash: member.hash,
    email: member.email,
    list: member.parent,
    status: 'sent',
    opens: 0,
    openedAt: [],
    clicks: 0,
    links: {},
    unsubscribed: '',
    complained: '',
  }
  world.recipients.put(recipient)
  world.members.put({ ...member, sent: member.sent + 1 })
  const campaign = world.campaigns.find(id)
  if (campaign) world.campaigns.put({ ...campaign, tally: { ...campaign.tally, sent: campaign.tally.sent + 1 } })
  afterSending(world, recipient)
}

function finish(world: MailchimpWorld, id: string): void {
  const before = world.campaigns.find(id)
  if (!before) return
  const now = world.now()
  const campaign = world.campaigns.put({ ...before, status: 'sent', sendTime: now })
  const list = world.lists.find(campaign.list)
  if (list) {
    const sinceSend = { subscribed: 0, unsubscribed: 0, cleaned: 0 }
    world.lists.put({ ...list, lastSent: now, sinceSend })
  }
  world.port.emit('campaign', campaign, { status: 'sent' })
}
