import type { Mailing, Message } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { renderSubject } from './render.js'

export type MessageEvent =
  | 'send'
  | 'deferral'
  | 'delivered'
  | 'hard_bounce'
  | 'soft_bounce'
  | 'open'
  | 'click'
  | 'spam'
  | 'unsub'
  | 'reject'

/** Of openings and clicks. */
interface VisitDetails {
  readonly ip: string
  readonly user_agent: string
  readonly url?: string
}

/**
 * Says that something happened to a message. Nothing is known of where a visitor is, nor of the program behind a user agent.
 * @source https://mailchimp.com/developer/transactional/docs/webhooks/ (read 2026-11)
 */
export function tellOf(
  tx: Transactional,
  event: MessageEvent,
  mailing: Mailing,
  message: Message,
  visit?: VisitDetails,
): void {
  const details = visit && { ...visit, location: null, user_agent_parsed: null }
  tx.emit(event, { event, _id: message.id, ts: tx.seconds(), ...details, msg: messageOf(tx, mailing, message) })
}

function messageOf(tx: Transactional, mailing: Mailing, message: Message): Record<string, unknown> {
  return {
    ts: tx.seconds(message.at),
    _id: message.id,
    state: message.state,
    subject: renderSubject(tx.account.id, mailing, message),
    email: message.email,
    tags: mailing.tags,
    opens: message.opens.map(({ ts }) => ({ ts })),
    clicks: message.clicks.map(({ ts, url }) => ({ ts, url })),
    smtp_events: message.smtp.map(({ ts, type, diag }) => ({ ts, type, diag })),
    subaccount: mailing.subaccount,
    resends: [],
    reject: message.rejectReason === null ? null : { reason: message.rejectReason, last_event_at: null },
    metadata: metadataOf(mailing, message),
    sender: mailing.from,
    template: mailing.template,
    ...(message.bounce !== null && {
      bounce_description: message.bounce,
      bgtools_code: message.bounce === 'bad_mailbox' ? 10 : 22,
    }),
    ...(message.diag !== null && { diag: message.diag }),
  }
}

/** What was said of all recipients, and of this one. */
export function metadataOf(mailing: Mailing, { email }: Message): Record<string, unknown> {
  return { ...mailing.metadata, ...mailing.recipientMetadata[email.toLowerCase()] }
}
