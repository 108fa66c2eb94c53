import { renderSubject } from '../messages/render.js'
import { parseTime } from '../messages/send-at.js'
import { renderReject } from '../rejects/reject.js'
import type { Export, Mailing, Message } from '../rows.js'
import { stamp, type Transactional } from '../transactional.js'

/** The table of an export, comma-separated with CRLF. @source the vendor's description of exports/*; @unverified the heads of the columns */
export function csvOf(tx: Transactional, { type, filter }: Export): string {
  const [head, rows] = type === 'activity' ? activity(tx, filter) : type === 'reject' ? rejected(tx) : allowed(tx)
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

type Csv = readonly [head: readonly string[], rows: readonly (readonly unknown[])[]]

/** A field that no spreadsheet takes for a formula. */
function field(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function rejected(tx: Transactional): Csv {
  const rows = tx.rejects
    .all()
    .filter(({ sms }) => !sms)
    .map((reject) => {
      const { email, reason, detail, created_at, last_event_at, expires_at, subaccount } = renderReject(tx, reject)
      return [email, reason, detail, created_at, expires_at, last_event_at, reject.sender, subaccount]
    })
  return [['Email', 'Reason', 'Detail', 'Created', 'Expires', 'Last Event', 'Sender', 'Subaccount'], rows]
}

function allowed(tx: Transactional): Csv {
  return [
    ['Email', 'Detail', 'Created'],
    tx.allowed.all().map(({ id, detail, createdAt }) => [id, detail, stamp(createdAt)]),
  ]
}

function activity(tx: Transactional, filter: Export['filter']): Csv {
  const rows = tx.mailings
    .all()
    .filter((mailing) => wanted(mailing, filter))
    .flatMap((mailing) => tx.messages.where('mailing', mailing.id).map((message) => ({ mailing, message })))
    .filter(({ message }) => inRange(message, filter))
    .map(({ mailing, message }) => [
      stamp(message.at),
      message.email,
      mailing.from,
      renderSubject(tx.account.id, mailing, message),
      message.state,
      mailing.tags.join(', '),
      message.opens.length,
      message.clicks.length,
      message.bounce,
    ])
  return [['Date', 'Email Address', 'Sender', 'Subject', 'Status', 'Tags', 'Opens', 'Clicks', 'Bounce Detail'], rows]
}

function textsOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined
}

function wanted({ test, channel, tags, from, key }: Mailing, filter: Export['filter']): boolean {
  const any = textsOf(filter.tags)
  return (
    !test &&
    channel === 'email' &&
    (!any || any.some((tag) => tags.some((own) => own === tag))) &&
    (textsOf(filter.senders)?.includes(from) ?? true) &&
    (textsOf(filter.api_keys)?.includes(key) ?? true)
  )
}

function inRange({ at, state }: Message, filter: Export['filter']): boolean {
  const from = typeof filter.date_from === 'string' ? parseTime(filter.date_from) : undefined
  const to = typeof filter.date_to === 'string' ? parseTime(filter.date_to) : undefined
  return (
    (from === undefined || at >= from) &&
    (to === undefined || at <= to) &&
    (textsOf(filter.states)?.includes(state) ?? true)
  )
}
