import { unknownMessage } from '../error-table.js'
import type { Mailing, Message } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { headersOf } from './headers.js'
import { metadataOf } from './message-event.js'
import { renderMessage, renderSubject } from './render.js'

export interface Found {
  readonly mailing: Mailing
  readonly message: Message
}

/** @throws Unknown_Message for one that is not there, or was sent with a key of the other kind */
export function messageNamed(tx: Transactional, id: string, test: boolean): Found {
  const message = tx.messages.find(id)
  const mailing = message && tx.mailings.find(message.mailing)
  if (!message || !mailing || mailing.test !== test) throw unknownMessage(id)
  return { mailing, message }
}

/** What is known of a message. Where a visitor is stays unknown. */
export function renderInfo(tx: Transactional, { mailing, message }: Found) {
  if (mailing.channel === 'sms') return renderSmsInfo(tx, { mailing, message })
  const { opens, clicks, rejectReason, bounce } = message
  return {
    ts: tx.seconds(message.at),
    _id: message.id,
    sender: mailing.from,
    template: mailing.template,
    mc_template: mailing.mcTemplate,
    subject: renderSubject(tx.account.id, mailing, message),
    email: message.email,
    tags: [...mailing.tags],
    opens: opens.length,
    opens_detail: opens.map(({ ts, ip, ua }) => ({ ts, ip, location: '', ua })),
    clicks: clicks.length,
    clicks_detail: clicks.map(({ ts, url, ip, ua }) => ({ ts, url, ip, location: '', ua })),
    state: message.state,
    metadata: metadataOf(mailing, message),
    smtp_events: message.smtp.map(({ ts, type, diag }) => ({
      ts,
      type,
      diag,
      source_ip: '127.0.0.1',
      destination_ip: '127.0.0.1',
      size: 0,
    })),
    diag: message.diag,
    subaccount: mailing.subaccount,
    resends: [],
    reject: rejectReason === null ? null : { reason: rejectReason, last_event_at: '' },
    ...(bounce !== null && { bounce_description: bounce }),
  }
}

function renderSmsInfo(tx: Transactional, { mailing, message }: Found) {
  return {
    ts: tx.seconds(message.at),
    _id: message.id,
    tags: [],
    opens: 0,
    clicks: 0,
    opens_detail: [],
    clicks_detail: [],
    state: message.state,
    metadata: {},
    channel: 'sms' as const,
    to: message.email,
    from: mailing.from,
    text: renderMessage(tx.account.id, mailing, message).text ?? '',
    consent: mailing.consent ?? 'onetime',
    sms_events: message.smtp.map(({ ts, type }) => ({ ts, state: type, sub_state: null })),
    subaccount: mailing.subaccount,
    reject: message.rejectReason === null ? null : { reason: message.rejectReason, last_event_at: '' },
  }
}

/** What was sent, as its recipient got it. */
export function renderContent(tx: Transactional, { mailing, message }: Found) {
  const rendered = renderMessage(tx.account.id, mailing, message)
  const base = { ts: tx.seconds(message.at), _id: message.id, tags: [...mailing.tags] }
  if (mailing.channel === 'sms') {
    const { state, email: to } = message
    return { ...base, tags: [], channel: 'sms' as const, to, from: mailing.from, text: rendered.text ?? '', state }
  }
  return {
    ...base,
    from_email: mailing.from,
    from_name: rendered.fromName,
    subject: rendered.subject,
    to: { email: message.email, name: message.name },
    headers: Object.fromEntries(headersOf(tx, { mailing, message })),
    text: rendered.text ?? '',
    html: rendered.html ?? '',
    attachments: mailing.attachments.map(({ name, type, content }) => ({ name, type, content })),
  }
}
