import { anyFlag, anyText, flag, list, maybe, object, oneOf, text } from '../../schemas.js'
import type { Overlay } from './schema.js'
import { sender } from './shared.js'

const reject = object({
  email: text,
  reason: oneOf('hard-bounce', 'soft-bounce', 'spam', 'unsub', 'custom'),
  detail: text,
  created_at: text,
  last_event_at: text,
  expires_at: text,
  expired: flag,
  sender: maybe(sender),
  subaccount: anyText,
})

const sms = object({ phone: text, added: flag, deleted: flag, subaccount: anyText }, ['added', 'deleted'])
const smsReject = object({ phone: text, created_at: text, expires_at: anyText, expired: flag, subaccount: anyText })
const allowed = object({ email: text, detail: text, created_at: text })
const added = object({ email: text, added: flag })

const allow = { needs: ['email'], body: { email: text, comment: anyText }, answer: added }
const disallow = { needs: ['email'], body: { email: text }, answer: object({ email: text, deleted: flag }) }
const allAllowed = { body: { email: anyText }, answer: list(allowed) }

/** Whitelists are the older name of allowlists. */
export const rejects: Overlay = {
  'rejects/add': { needs: ['email'], body: { email: text, comment: anyText, subaccount: anyText }, answer: added },
  'rejects/list': { body: { email: anyText, include_expired: anyFlag, subaccount: anyText }, answer: list(reject) },
  'rejects/delete': {
    needs: ['email'],
    body: { email: text, subaccount: anyText },
    answer: object({ email: text, deleted: flag, subaccount: anyText }),
  },
  'rejects/add-sms': { needs: ['phone'], body: { phone: text, comment: anyText, subaccount: anyText }, answer: sms },
  'rejects/list-sms': {
    body: { phone: anyText, include_expired: anyFlag, subaccount: anyText },
    answer: list(smsReject),
  },
  'rejects/delete-sms': { needs: ['phone'], body: { phone: text, subaccount: anyText }, answer: sms },
  'allowlists/add': allow,
  'allowlists/delete': disallow,
  'allowlists/list': allAllowed,
  'whitelists/add': allow,
  'whitelists/delete': disallow,
  'whitelists/list': allAllowed,
}
