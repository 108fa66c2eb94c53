import type { Reject, RejectReason } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { renderReject } from './reject.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * How long a rejection lasts the first time, in milliseconds; each further time is twice the one before. What was added by hand
 * never ends.
 * @source https://mailchimp.com/developer/transactional/docs/reputation-rejections/ (read 2026-11); @unverified how much longer it lasts
 */
const LASTS: Readonly<Record<RejectReason, number | undefined>> = {
  'soft-bounce': 24 * HOUR,
  'hard-bounce': 7 * DAY,
  spam: 365 * DAY,
  unsub: 365 * DAY,
  custom: undefined,
}
const LONGEST = 10 * 365 * DAY

export interface Rejection {
  readonly email: string
  readonly reason: RejectReason
  readonly detail: string
  readonly sender: string | null
  readonly subaccount: string | null
  readonly sms?: boolean
}

/** Puts an address on the denylist, or keeps it there for longer. One that is allowed stays off it. */
export function deny(
  tx: Transactional,
  { email, reason, detail, sender, subaccount, sms = false }: Rejection,
): Reject | undefined {
  const address = email.toLowerCase()
  if (!sms && tx.allowed.has(address)) return undefined
  const now = tx.now()
  const id = [subaccount ?? '', sender ?? '', sms ? 'sms' : '', address].join('\0')
  const before = tx.rejects.find(id)
  const times = (before?.times ?? 0) + 1
  const first = LASTS[reason]
  const row = tx.rejects.put({
    id,
    email: address,
    reason,
    detail,
    createdAt: before?.createdAt ?? now,
    lastEventAt: now,
    ...(first !== undefined && { expiresAt: now + Math.min(first * 2 ** (times - 1), LONGEST) }),
    times,
    sender,
    subaccount,
    sms,
  })
  if (!sms) tell(tx, before ? 'change' : 'add', row)
  return row
}

export function undeny(tx: Transactional, reject: Reject): void {
  tx.rejects.delete(reject.id)
  if (!reject.sms) tell(tx, 'remove', reject)
}

/** Why mail from a sender does not go to an address now, if it does not. */
export function rejectionOf(
  tx: Transactional,
  {
    email,
    sender,
    subaccount,
    sms = false,
  }: { email: string; sender: string; subaccount: string | null; sms?: boolean },
): Reject | undefined {
  const now = tx.now()
  return tx.rejects
    .where('email', email.toLowerCase())
    .find(
      (reject) =>
        reject.sms === sms &&
        !isExpired(reject, now) &&
        (reject.sender === null || reject.sender === sender.toLowerCase()) &&
        (reject.subaccount === null || reject.subaccount === subaccount),
    )
}

export function isExpired({ expiresAt }: Reject, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now
}

/** @source facts A2 (read 2026-11-23): sync events have a type and an action, and no event */
function tell(tx: Transactional, action: 'add' | 'change' | 'remove', reject: Reject): void {
  tx.emit('blacklist', { type: 'blacklist', action, ts: tx.seconds(), reject: renderReject(tx, reject) })
}
