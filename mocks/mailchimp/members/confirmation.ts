import { escapeMarkup } from '../../../src/engine/kit.js'
import { publicOrigin } from '../resources/public-origin.js'
import type { MailchimpWorld } from '../world.js'
import type { Member } from './member.js'

/** Sends the mail whose link confirms a subscription (double opt-in). */
export function sendConfirmation(world: MailchimpWorld, member: Member, origin: string): void {
  const list = world.lists.find(member.parent)
  const query = `u=${world.account.accountId}&id=${member.parent}&e=${member.uniqueEmailId}`
  const link = `${publicOrigin(origin)}/subscribe/confirm?${query}`
  const name = list?.settings.name ?? ''
  world.mails.insert({
    id: `mail_${world.nextNumber('mail')}`,
    to: member.email,
    owner: member.email.toLowerCase(),
    kind: 'confirmation',
    subject: `${name}: Please Confirm Subscription`,
    text: `Please confirm your subscription to ${name}: ${link}`,
    html: `<p>Please confirm your subscription to ${escapeMarkup(name)}.</p><p><a href="${escapeMarkup(link)}">Yes, subscribe me to this list.</a></p>`,
    sentAt: world.now(),
    link,
  })
}
