import { behaviour } from '../../api.js'
import { failure } from '../error-table.js'
import type { Message } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { countsOf, hoursOf, messagesWith, periodsOf, reputationOf } from './counts.js'

/** @source https://mailchimp.com/developer/transactional/api/tags/list-tags/ (read 2026-11); @unverified content reviews, which there are none of */
export const listTags = behaviour('POST /api/1.0/tags/list', (_, world) => {
  const tx = transactionalOf(world)
  return namesOf(tx).map((tag) => {
    const rendered = render(tag, messagesTagged(tx, tag))
    const reviews = { content_reviews: 0, content_rejections: 0, reject_resets: 0 }
    return { user_id: 1, ...rendered, ...reviews, confidence: Math.min(100, rendered.sent) }
  })
})

/** Forgets a tag: messages that had it have it no longer. @throws Invalid_Tag_Name  @source https://mailchimp.com/developer/transactional/api/tags/delete-tag/ (read 2026-11) */
export const deleteTag = behaviour('POST /api/1.0/tags/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const rendered = render(body.tag, tagged(tx, body.tag))
  for (const mailing of tx.mailings.all()) {
    if (mailing.tags.includes(body.tag)) {
      tx.mailings.put({ ...mailing, tags: mailing.tags.filter((tag) => tag !== body.tag) })
    }
  }
  return rendered
})

/** @throws Invalid_Tag_Name  @source https://mailchimp.com/developer/transactional/api/tags/get-tag-info/ (read 2026-11) */
export const tagInfo = behaviour('POST /api/1.0/tags/info', ({ body }, world) => {
  const tx = transactionalOf(world)
  const messages = tagged(tx, body.tag)
  return { ...render(body.tag, messages), stats: periodsOf(tx, messages) }
})

/** @throws Invalid_Tag_Name  @source https://mailchimp.com/developer/transactional/api/tags/view-tag-history/ (read 2026-11) */
export const tagTimeSeries = behaviour('POST /api/1.0/tags/time-series', ({ body }, world) => {
  const tx = transactionalOf(world)
  return hoursOf(tx, tagged(tx, body.tag))
})

/** Each tag by the hour. @source https://mailchimp.com/developer/transactional/api/tags/view-all-tags-history/ (read 2026-11) */
export const allTagsTimeSeries = behaviour('POST /api/1.0/tags/all-time-series', (_, world) => {
  const tx = transactionalOf(world)
  return namesOf(tx).flatMap((tag) => hoursOf(tx, messagesTagged(tx, tag)).map((hour) => ({ tag, ...hour })))
})

function namesOf(tx: Transactional): string[] {
  return [...new Set(tx.mailings.all().flatMap(({ tags, test }) => (test ? [] : tags)))]
}

function messagesTagged(tx: Transactional, tag: string): Message[] {
  return [...messagesWith(tx, ({ tags }) => tags.includes(tag))]
}

function tagged(tx: Transactional, tag: string): Message[] {
  if (!namesOf(tx).includes(tag)) throw failure('Invalid_Tag_Name', `no such tag "${tag}"`)
  return messagesTagged(tx, tag)
}

function render(tag: string, messages: readonly Message[]) {
  const counts = countsOf(messages)
  return { tag, reputation: reputationOf(counts), ...counts }
}
