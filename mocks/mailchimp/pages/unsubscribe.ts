import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { changeTally } from '../campaigns/tally.js'
import { saveMember } from '../members/save.js'
import type { MailchimpWorld } from '../world.js'
import { hidden, htmlPage, lostPage, textOf } from './html.js'
import { subjectOf } from './subject.js'

/** Where the link in a mail leads: asks, since programs follow links too. @source facts A1, members (read 2026-11-23) */
export const unsubscribePage = page('GET /unsubscribe', ({ query }, world) => {
  const subject = subjectOf(world, query)
  if (!subject) return lostPage()
  const fields = {
    u: world.account.accountId,
    id: subject.list.id,
    e: subject.member.uniqueEmailId,
    c: textOf(query, 'c'),
  }
  return htmlPage({
    title: 'Unsubscribe',
    body: `<p>Do you no longer want mail from ${escapeMarkup(subject.list.settings.name)}?</p>
<form method="post" action="/unsubscribe">${hidden(fields)}<button type="submit">Unsubscribe</button></form>`,
  })
})

/**
 * The answer to it, and RFC 8058's one click. From now on only the contact can subscribe again.
 * @emits unsubscribe  @source facts A1, members (read 2026-11-23)
 */
export const unsubscribe = page('POST /unsubscribe', ({ query, body, call }, world) => {
  const form = { ...query, ...(body as object | undefined) }
  const subject = subjectOf(world, form)
  if (!subject) return lostPage()
  const { list, member } = subject
  if (member.status !== 'unsubscribed' || member.compliance === null) {
    saveMember(world, list, member, { status: 'unsubscribed' }, { by: 'user', origin: call.origin })
    countFor(world, textOf(form, 'c'), member.hash)
  }
  return htmlPage({
    title: 'You are unsubscribed',
    body: `<p>${escapeMarkup(list.settings.name)} will not write to you again.</p>`,
  })
})

/** The campaign whose link it was. */
function countFor(world: MailchimpWorld, campaign: string, hash: string): void {
  const recipient = world.recipients.find(`${campaign}/${hash}`)
  if (recipient?.unsubscribed !== '') return
  world.recipients.put({ ...recipient, unsubscribed: world.now() })
  changeTally(world, campaign, ({ unsubscribed }) => ({ unsubscribed: unsubscribed + 1 }))
}
