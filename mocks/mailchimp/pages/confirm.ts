import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { saveMember } from '../members/save.js'
import { hidden, htmlPage, lostPage } from './html.js'
import { subjectOf } from './subject.js'

/** Where the link of a confirmation mail leads. @source facts A1, members (read 2026-11-23) */
export const confirmPage = page('GET /subscribe/confirm', ({ query }, world) => {
  const subject = subjectOf(world, query)
  if (!subject) return lostPage()
  const { list, member } = subject
  const fields = { u: world.account.accountId, id: list.id, e: member.uniqueEmailId }
  return htmlPage({
    title: 'Confirm your subscription',
    body: `<p>Do you want mail from ${escapeMarkup(list.settings.name)}?</p>
<form method="post" action="/subscribe/confirm">${hidden(fields)}<button type="submit">Yes, subscribe me</button></form>`,
  })
})

/** Double opt-in: who was pending is subscribed now, from this address and at this time. @emits subscribe  @source facts A1, members (read 2026-11-23) */
export const confirm = page('POST /subscribe/confirm', ({ body, call }, world) => {
  const subject = subjectOf(world, body)
  if (!subject || (subject.member.status !== 'pending' && subject.member.status !== 'subscribed')) return lostPage()
  const { list, member } = subject
  if (member.status === 'pending') {
    const opted = { status: 'subscribed', ip_opt: '127.0.0.1', timestamp_opt: world.now() } as const
    saveMember(world, list, member, opted, { by: 'user', origin: call.origin })
  }
  return htmlPage({ title: 'Subscription confirmed', body: `<p>You are on ${escapeMarkup(list.settings.name)}.</p>` })
})
