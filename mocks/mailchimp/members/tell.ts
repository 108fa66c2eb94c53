import type { MailchimpWorld } from '../world.js'
import { sendConfirmation } from './confirmation.js'
import type { Member } from './member.js'
import type { SaveOptions } from './save.js'

/** Tells who listens of what has become of a member, counts it, and asks for confirmation where that is needed. */
export function tellOfChange(
  world: MailchimpWorld,
  before: Member | undefined,
  after: Member,
  { by, origin, quiet = false }: Pick<SaveOptions, 'by' | 'origin' | 'quiet'>,
): void {
  const was = before?.status
  const tell = (type: string, details: object = {}) => {
    if (!quiet) world.port.emit(type, after, { by, ...details })
  }
  if (before && before.email !== after.email) {
    tell('upemail', { oldEmail: before.email })
  }
  if (after.status === 'pending' && was !== 'pending' && !quiet) sendConfirmation(world, after, origin)
  if (after.status === 'subscribed' && was !== 'subscribed') {
    count(world, after.parent, 'subscribed')
    note(world, after, 'signup')
    tell('subscribe')
  } else if (after.status === 'unsubscribed' && was !== 'unsubscribed') {
    count(world, after.parent, 'unsubscribed')
    note(world, after, 'unsub')
    tell('unsubscribe', { action: 'unsub', reason: 'manual' })
  } else if (after.status === 'cleaned' && was !== 'cleaned') {
    count(world, after.parent, 'cleaned')
    tell('cleaned', { reason: 'hard' })
  } else if (before && after.status === 'subscribed') {
    tell('profile')
  }
}

function count(world: MailchimpWorld, list: string, what: 'subscribed' | 'unsubscribed' | 'cleaned'): void {
  const row = world.lists.find(list)
  if (!row) return
  const sinceSend = { ...row.sinceSend, [what]: row.sinceSend[what] + 1 }
  const last =
    what === 'subscribed'
      ? { lastSubscribed: world.now() }
      : what === 'unsubscribed'
        ? { lastUnsubscribed: world.now() }
        : {}
  world.lists.put({ ...row, sinceSend, ...last })
}

/** What a member has done or had done to them, for their activity. */
export function note(world: MailchimpWorld, member: Member, action: string, campaign = '', details: object = {}): void {
  const id = `${member.id}/${world.nextNumber('activity')}`
  world.activity.insert({ id, parent: member.id, action, campaign, at: world.now(), details })
}
