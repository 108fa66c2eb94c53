import type { Schema } from '../../../document.js'
import { anyText, flag, list, object, oneOf, text, whole } from '../../schemas.js'
import { named, type Overlay } from './schema.js'
import { hour, periodsOfAccount, sender, senderWithStats } from './shared.js'

const check = object({ valid: flag, valid_after: anyText, error: anyText })

const domain = object({
  domain: text,
  created_at: text,
  last_tested_at: anyText,
  spf: check,
  dkim: check,
  dkim2: check,
  dmarc: object({ valid: flag, error: anyText }),
  verified_at: anyText,
  valid_signing: flag,
  verify_txt_key: text,
})

const trackingDomain = object({
  domain: text,
  created_at: text,
  last_tested_at: anyText,
  cname: check,
  valid_tracking: flag,
})

export const senderSchemas: Readonly<Record<string, Schema>> = {
  'tx.senderDomain': domain,
  'tx.trackingDomain': trackingDomain,
}

const ofDomain = { needs: ['domain'], body: { domain: text }, answer: named('tx.senderDomain') }
const ofTracking = { needs: ['domain'], body: { domain: text }, answer: named('tx.trackingDomain') }
const url = object({ url: text, sent: whole, clicks: whole, unique_clicks: whole })

export const senders: Overlay = {
  'senders/list': { answer: list(sender) },
  'senders/info': { needs: ['address'], body: { address: text }, answer: senderWithStats },
  'senders/time-series': { needs: ['address'], body: { address: text }, answer: list(hour) },
  'senders/domains': { answer: list(named('tx.senderDomain')) },
  'senders/add-domain': ofDomain,
  'senders/check-domain': ofDomain,
  'senders/delete-domain': ofDomain,
  'senders/verify-domain': {
    needs: ['domain', 'mailbox'],
    body: { domain: text, mailbox: text },
    answer: object({ status: oneOf('sent', 'already_verified'), domain: text, email: text }),
  },
  'urls/tracking-domains': { answer: list(named('tx.trackingDomain')) },
  'urls/add-tracking-domain': ofTracking,
  'urls/check-tracking-domain': ofTracking,
  'urls/delete-tracking-domain': ofTracking,
  'urls/list': { answer: list(url) },
  'urls/search': { needs: ['q'], body: { q: text }, answer: list(url) },
  'urls/time-series': {
    needs: ['url'],
    body: { url: text },
    answer: list(object({ time: text, sent: whole, clicks: whole, unique_clicks: whole })),
  },
  'users/info': {
    answer: object({
      username: text,
      created_at: text,
      public_id: text,
      reputation: whole,
      hourly_quota: whole,
      backlog: whole,
      stats: periodsOfAccount,
    }),
  },
  'users/ping': { answer: text },
  'users/ping2': { answer: object({ PING: text }) },
  'users/senders': { answer: list(sender) },
}
