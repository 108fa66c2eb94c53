import type { CallFacts } from '../../../../src/engine/kit.js'
import { reply } from '../../../../src/engine/kit.js'
import { page } from '../../api.js'
import { click, open, unsubscribe, type Visit } from '../messages/happenings.js'
import { clickedTarget } from '../messages/links.js'
import { renderMessage } from '../messages/render.js'
import type { Mailing, Message } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { trackPage } from './track-page.js'

/** A picture of one transparent dot. */
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The picture that tells of an opening. @emits open  @source https://mailchimp.com/developer/transactional/docs/activity-reports/ (read 2026-11) */
export const trackOpen = page('GET /track/open.php', ({ query, call }, world) => {
  const found = named(transactionalOf(world), query.id)
  if (found) open(found.tx, found.mailing, found.message, visitOf(call))
  return reply({ body: DOT, contentType: 'image/gif', headers: { 'Cache-Control': 'no-store' } })
})

/** A link in a message: counts, and leads on to what it was. Only links that stand in the message lead on. @emits click, open  @source https://mailchimp.com/developer/transactional/docs/activity-reports/ (read 2026-11) */
export const trackClick = page('GET /track/click/{account}/{host}', ({ query, call }, world) => {
  const target = clickedTarget(query.p)
  const found = target && named(transactionalOf(world), target.id)
  if (!found || !isIn(found, String(query.p))) return trackPage(404, 'Not found', 'This link leads nowhere.')
  click(found.tx, found.mailing, found.message, target.url, visitOf(call))
  return reply({ status: 302, headers: { Location: target.url, 'Cache-Control': 'no-store' } })
})

/**
 * Unsubscribes a recipient from a sender, and leads on to the address in the message where it names one.
 * @emits unsub, blacklist  @source https://mandrill.zendesk.com/hc/en-us/articles/360039299913 (read 2026-11)
 */
export const trackUnsubscribe = page('GET /track/unsub.php', ({ query }, world) => {
  const found = named(transactionalOf(world), query.id)
  if (!found) return trackPage(404, 'Not found', 'This link leads nowhere.')
  unsubscribe(found.tx, found.mailing, found.message)
  const redirect = typeof query.r === 'string' && isIn(found, encodeURIComponent(query.r)) ? query.r : ''
  if (!/^https?:\/\//i.test(redirect) || !URL.canParse(redirect)) {
    return trackPage(200, 'Unsubscribed', `${obfuscated(found.message.email)} gets no more mail from this sender.`)
  }
  const url = new URL(redirect)
  url.searchParams.set('md_id', found.message.id)
  url.searchParams.set('md_email', obfuscated(found.message.email))
  return reply({ status: 302, headers: { Location: url.href, 'Cache-Control': 'no-store' } })
})

/** The link in the mail that senders/verify-domain sends. @source https://mailchimp.com/developer/transactional/api/senders/verify-domain/ (read 2026-11) */
export const verifyByLink = page('GET /track/verify', ({ query }, world) => {
  const tx = transactionalOf(world)
  const domain = tx.senderDomains.find(String(query.d ?? ''))
  if (!domain || domain.textKey.split('.')[1] !== query.k)
    return trackPage(404, 'Not found', 'This link leads nowhere.')
  tx.senderDomains.put({ ...domain, verifiedAt: domain.verifiedAt ?? tx.now() })
  return trackPage(200, 'Verified', `Mail from ${domain.id} may be sent, once its DNS is checked.`)
})

interface Met {
  readonly tx: Transactional
  readonly mailing: Mailing
  readonly message: Message
}

function named(tx: Transactional, id: unknown): Met | undefined {
  const message = tx.messages.find(String(id ?? ''))
  const mailing = message && tx.mailings.find(message.mailing)
  return message && mailing && { tx, mailing, message }
}

/** What is not in the message may not be led on to: anybody can write a link. */
function isIn({ tx, mailing, message }: Met, part: string): boolean {
  const { html, text } = renderMessage(tx.account.id, mailing, message)
  return part !== '' && (html?.includes(part) === true || text?.includes(part) === true)
}

/** `X****@x***.***` @source https://mandrill.zendesk.com/hc/en-us/articles/360039299913 (read 2026-11) */
function obfuscated(email: string): string {
  const [user = '', domain = ''] = email.split('@')
  const hide = (text: string) => text.charAt(0) + '*'.repeat(Math.max(0, text.length - 1))
  const [first = '', ...rest] = domain.split('.')
  return `${hide(user)}@${[hide(first), ...rest.map((label) => '*'.repeat(label.length))].join('.')}`
}

function visitOf(call: CallFacts): Visit {
  return { ip: '127.0.0.1', ua: call.header('user-agent') ?? '' }
}
