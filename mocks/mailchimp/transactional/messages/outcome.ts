import { domainOf, isAddress } from '../mime/address.js'
import { rejectionOf } from '../rejects/denylist.js'
import type { Mailing, Message, QueuedReason, RejectCause } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { countHour, countOf, hasRoom, nextHour } from './quota.js'

/** What becomes of a message when it is to be sent. */
export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'reject'; readonly reason: RejectCause }
  /** `until` in Unix milliseconds; without it, until somebody lets it go. */
  | { readonly kind: 'queue'; readonly reason: QueuedReason; readonly until?: number }

/** Addresses that always come to the same end. @source https://mandrill.zendesk.com/hc/en-us/articles/360038804654 (read 2026-11); @unverified the reason for reject@, and that real keys may use them */
const TEST_DOMAIN = 'test.mandrillapp.com'
export const TEST_ADDRESSES = {
  reject: `reject@${TEST_DOMAIN}`,
  hardBounce: `hard_bounce@${TEST_DOMAIN}`,
  softBounce: `soft_bounce@${TEST_DOMAIN}`,
  spam: `spam@${TEST_DOMAIN}`,
} as const

const DAY = 24 * 3_600_000
/** Messages that test keys may send in a day. @source https://mandrill.zendesk.com/hc/en-us/articles/360038785394 */
const TEST_LIMIT = 10_000

export function judge(tx: Transactional, mailing: Mailing, { email }: Message): Verdict {
  const reason = whyNot(tx, mailing, email)
  if (reason !== undefined) return { kind: 'reject', reason }
  const subaccount = mailing.subaccount === null ? undefined : tx.subaccounts.find(mailing.subaccount)
  if (subaccount?.status === 'paused') return { kind: 'queue', reason: 'sending-paused' }
  if (mailing.test) {
    countHour(tx, testDay(tx))
    return { kind: 'send' }
  }
  if (!hasRoom(tx, subaccount)) return { kind: 'queue', reason: 'hourly-quota-exhausted', until: nextHour(tx.now()) }
  return { kind: 'send' }
}

function whyNot(tx: Transactional, mailing: Mailing, email: string): RejectCause | undefined {
  if (!isAddress(email)) return 'invalid'
  if (mailing.from === '') return 'invalid-sender'
  if (email.toLowerCase() === TEST_ADDRESSES.reject) return 'hard-bounce'
  const rejection = rejectionOf(tx, { email, sender: mailing.from, subaccount: mailing.subaccount })
  if (rejection) return rejection.reason
  if (mailing.test) {
    return countOf(tx, testDay(tx)) >= TEST_LIMIT ? 'test-mode-limit' : undefined
  }
  return isSigned(tx, mailing.from) ? undefined : 'unsigned'
}

/** Mail from a domain goes out once the domain is verified and its DNS is right. @source https://mailchimp.com/developer/transactional/docs/authentication-delivery/ (read 2026-11) */
function isSigned(tx: Transactional, from: string): boolean {
  if (tx.setting('allowUnsignedDomains') === true) return true
  const domain = tx.senderDomains.find(domainOf(from))
  return domain?.valid === true && domain.verifiedAt !== null
}

function testDay(tx: Transactional): string {
  return `test@${Math.floor(tx.now() / DAY)}`
}
