import type { Schema } from '../../../document.js'
import { anyFlag, anyText, flag, list, loose, maybe, object, oneOf, open, text, whole } from '../../schemas.js'
import { named, type Overlay } from './schema.js'
import { hour, mergeVars } from './shared.js'

const file = loose({ type: anyText, name: anyText, content: anyText })
const texts = maybe(list(text))

/** Everything in a message is optional to the parser: what is really needed is said in words. */
const message: Schema = loose({
  html: anyText,
  text: anyText,
  subject: anyText,
  from_email: anyText,
  from_name: anyText,
  to: maybe(list(loose({ email: text, name: anyText, type: maybe(oneOf('to', 'cc', 'bcc')) }, ['email']))),
  headers: maybe({ type: 'object', additionalProperties: true }),
  important: anyFlag,
  track_opens: anyFlag,
  track_clicks: anyFlag,
  auto_text: anyFlag,
  auto_html: anyFlag,
  inline_css: anyFlag,
  url_strip_qs: anyFlag,
  preserve_recipients: anyFlag,
  view_content_link: anyFlag,
  bcc_address: anyText,
  tracking_domain: anyText,
  signing_domain: anyText,
  return_path_domain: anyText,
  merge: anyFlag,
  merge_language: maybe(oneOf('mailchimp', 'handlebars')),
  global_merge_vars: mergeVars,
  merge_vars: maybe(list(loose({ rcpt: text, vars: mergeVars }))),
  tags: texts,
  subaccount: anyText,
  google_analytics_domains: texts,
  google_analytics_campaign: { anyOf: [texts, anyText] },
  metadata: maybe(open),
  recipient_metadata: maybe(list(loose({ rcpt: text, values: open }))),
  attachments: maybe(list(file)),
  images: maybe(list(file)),
})

const when = { async: anyFlag, ip_pool: anyText, send_at: anyText }
const contents = maybe(list(loose({ name: anyText, content: anyText })))

const REJECT_REASONS = [
  'hard-bounce',
  'soft-bounce',
  'spam',
  'unsub',
  'custom',
  'invalid-sender',
  'invalid',
  'test-mode-limit',
  'unsigned',
  'rule',
]
const STATUSES = ['sent', 'queued', 'scheduled', 'rejected', 'invalid']
const QUEUED_REASONS = [
  'attachments',
  'multiple-recipients',
  'free-trial-sends-exhausted',
  'hourly-quota-exhausted',
  'monthly-limit-reached',
  'sending-paused',
  'sending-suspended',
  'account-suspended',
  'sending-backlogged',
]

const sendResult = object({
  email: text,
  status: oneOf(...STATUSES),
  reject_reason: maybe(oneOf(...REJECT_REASONS)),
  queued_reason: maybe(oneOf(...QUEUED_REASONS)),
  _id: text,
})

const scheduled = object({ _id: text, created_at: text, send_at: text, from_email: text, to: text, subject: text })

const info = object(
  {
    ts: whole,
    _id: text,
    tags: list(text),
    sender: text,
    template: anyText,
    mc_template: anyText,
    subject: text,
    email: text,
    opens: whole,
    clicks: whole,
    opens_detail: list(object({ ts: whole, ip: text, location: text, ua: text })),
    clicks_detail: list(object({ ts: whole, url: text, ip: text, location: text, ua: text })),
    state: oneOf(
      'sent',
      'bounced',
      'soft-bounced',
      'rejected',
      'queued',
      'scheduled',
      'canceled',
      'spam',
      'unsub',
      'deferred',
    ),
    metadata: open,
    smtp_events: list(
      object({
        ts: whole,
        type: oneOf('sent', 'bounced', 'rejected', 'delivered', 'deferred'),
        diag: text,
        source_ip: text,
        destination_ip: text,
        size: whole,
      }),
    ),
    diag: anyText,
    subaccount: anyText,
    resends: list(open),
    reject: maybe(object({ reason: text, last_event_at: text })),
    bounce_description: text,
  },
  ['bounce_description'],
)

const content = object({
  ts: whole,
  _id: text,
  tags: list(text),
  from_email: text,
  from_name: anyText,
  subject: text,
  to: object({ email: text, name: anyText }),
  headers: { type: 'object', additionalProperties: true },
  text,
  html: text,
  attachments: list(object({ name: text, type: text, content: text })),
})

const parsed = object({
  subject: anyText,
  from_email: text,
  from_name: text,
  to: list(object({ email: text, name: anyText })),
  headers: { type: 'object', additionalProperties: true },
  text,
  text_flowed: flag,
  html: anyText,
  attachments: list(object({ name: text, type: text, binary: flag, content: text })),
  images: list(object({ name: text, type: text, content: text })),
})

const sms = object({
  to: text,
  from: text,
  status: oneOf(...STATUSES),
  reject_reason: maybe(oneOf(...REJECT_REASONS)),
  queue_reason: anyText,
  _id: text,
})

const smsInfo = object({
  ts: whole,
  _id: text,
  tags: list(text),
  opens: whole,
  clicks: whole,
  opens_detail: list(open),
  clicks_detail: list(open),
  state: text,
  metadata: open,
  channel: oneOf('sms'),
  to: text,
  from: text,
  text,
  consent: text,
  sms_events: list(object({ ts: whole, state: text, sub_state: anyText })),
  subaccount: anyText,
  reject: maybe(object({ reason: text, last_event_at: text })),
})

const smsContent = object({
  ts: whole,
  _id: text,
  tags: list(text),
  channel: oneOf('sms'),
  to: text,
  from: text,
  text,
  state: text,
})

const search = {
  query: anyText,
  date_from: anyText,
  date_to: anyText,
  tags: texts,
  senders: texts,
}

export const messageSchemas: Readonly<Record<string, Schema>> = {
  'tx.message': message,
  'tx.sendResult': sendResult,
  'tx.scheduled': scheduled,
  'tx.info': info,
  'tx.content': content,
  'tx.smsInfo': smsInfo,
  'tx.smsContent': smsContent,
}

const results = list(named('tx.sendResult'))

export const messages: Overlay = {
  'messages/send': { needs: ['message'], body: { message: named('tx.message'), ...when }, answer: results },
  'messages/send-template': {
    needs: ['template_name', 'message'],
    body: { template_name: text, template_content: contents, message: named('tx.message'), ...when },
    answer: results,
  },
  'messages/send-mc-template': {
    needs: ['mc_template_id', 'message'],
    body: { mc_template_id: whole, mc_template_version: anyText, message: named('tx.message'), ...when },
    answer: results,
  },
  'messages/send-raw': {
    needs: ['raw_message'],
    body: {
      raw_message: text,
      from_email: anyText,
      from_name: anyText,
      to: texts,
      return_path_domain: anyText,
      ...when,
    },
    answer: results,
  },
  'messages/send-sms': {
    needs: ['message'],
    body: {
      message: loose(
        {
          sms: loose({ text, to: list(text), from: text, consent: text, track_clicks: anyFlag }, [
            'text',
            'to',
            'from',
            'consent',
          ]),
          merge: anyFlag,
          merge_language: anyText,
          global_merge_vars: mergeVars,
          merge_vars: maybe(list(loose({ rcpt: text, vars: mergeVars }))),
        },
        ['sms'],
      ),
      async: anyFlag,
    },
    answer: list(sms),
  },
  'messages/search': {
    body: { ...search, api_keys: texts, limit: maybe(whole) },
    answer: list({ anyOf: [named('tx.info'), named('tx.smsInfo')] }),
  },
  'messages/search-time-series': { body: search, answer: list(hour) },
  'messages/info': { needs: ['id'], body: { id: text }, answer: { anyOf: [named('tx.info'), named('tx.smsInfo')] } },
  'messages/content': {
    needs: ['id'],
    body: { id: text },
    answer: { anyOf: [named('tx.content'), named('tx.smsContent')] },
  },
  'messages/parse': { needs: ['raw_message'], body: { raw_message: text }, answer: parsed },
  'messages/list-scheduled': { body: { to: anyText }, answer: list(named('tx.scheduled')) },
  'messages/cancel-scheduled': { needs: ['id'], body: { id: text }, answer: named('tx.scheduled') },
  'messages/reschedule': { needs: ['id', 'send_at'], body: { id: text, send_at: text }, answer: named('tx.scheduled') },
}
