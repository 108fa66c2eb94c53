import { behaviour } from '../../api.js'
import { keyOf } from '../authenticate.js'
import { invalidFields } from '../error-table.js'
import { rejectionOf } from '../rejects/denylist.js'
import type { Mailing, Message, RejectCause } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'

const PHONE = /^\+?[1-9]\d{6,14}$/
const CONSENTS = ['onetime', 'recurring', 'recurring-no-confirm']

/**
 * Sends a text message to each number; it is kept, and read like mail.
 * @throws ValidationError
 * @source version 1.4.0 of the vendor's description (read 2026-11-24); @unverified all that is not in it: nothing is told to webhooks
 */
export const sendSms = behaviour('POST /api/1.0/messages/send-sms', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const { sms, merge, merge_language, global_merge_vars, merge_vars } = body.message
  if (!CONSENTS.includes(sms.consent)) {
    throw invalidFields({ message: { sms: { consent: `Please select one of ${CONSENTS.join(', ')}` } } })
  }
  const { id, test } = keyOf(call)
  const mailing = tx.mailings.insert({
    ...EMPTY,
    id: tx.newId(),
    key: id,
    test,
    from: sms.from,
    text: sms.text,
    to: sms.to.map((email) => ({ email, name: null, type: 'to' })),
    merge: merge ?? (global_merge_vars ?? []).length + (merge_vars ?? []).length > 0,
    language: merge_language === 'handlebars' ? 'handlebars' : 'mailchimp',
    globals: global_merge_vars ?? [],
    vars: Object.fromEntries((merge_vars ?? []).map(({ rcpt, vars }) => [(rcpt ?? '').toLowerCase(), vars ?? []])),
    origin: call.origin,
    consent: sms.consent,
  })
  return mailing.to.map(({ email }) => renderResult(mailing, sendOne(tx, mailing, email)))
})

const EMPTY = {
  channel: 'sms',
  fromName: null,
  subject: '',
  html: null,
  headers: {},
  attachments: [],
  images: [],
  tags: [],
  metadata: {},
  recipientMetadata: {},
  subaccount: null,
  template: null,
  mcTemplate: null,
  preserveRecipients: false,
  autoText: false,
  autoHtml: false,
  trackOpens: false,
  trackClicks: false,
  stripQuery: false,
  analytics: null,
  bcc: null,
  ipPool: null,
} as const

function sendOne(tx: Transactional, mailing: Mailing, phone: string): Message {
  const rejection = rejectionOf(tx, { email: phone, sender: mailing.from, subaccount: mailing.subaccount, sms: true })
  const rejectReason: RejectCause | null = PHONE.test(phone) ? (rejection?.reason ?? null) : 'invalid'
  return tx.messages.insert({
    id: tx.newId(),
    mailing: mailing.id,
    email: phone,
    name: null,
    type: 'to',
    state: rejectReason === null ? 'sent' : 'rejected',
    createdAt: tx.now(),
    at: tx.now(),
    rejectReason,
    queuedReason: null,
    opens: [],
    clicks: [],
    smtp: rejectReason === null ? [{ ts: tx.seconds(), type: 'sent', diag: '' }] : [],
    diag: null,
    bounce: null,
  })
}

function renderResult({ from }: Mailing, { id, email, rejectReason }: Message) {
  const status: 'sent' | 'invalid' | 'rejected' =
    rejectReason === null ? 'sent' : rejectReason === 'invalid' ? 'invalid' : 'rejected'
  return { to: email, from, status, reject_reason: rejectReason, queue_reason: null, _id: id }
}
