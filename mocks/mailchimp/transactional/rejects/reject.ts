import type { Reject } from '../rows.js'
import { renderSender } from '../senders/sender.js'
import { stamp, type Transactional } from '../transactional.js'

/** What stands where a rejection never ends. @unverified */
const NEVER = '9999-12-31 23:59:59'

export function renderReject(tx: Transactional, reject: Reject) {
  const { email, reason, detail, createdAt, lastEventAt, expiresAt, sender, subaccount } = reject
  return {
    email,
    reason,
    detail,
    created_at: stamp(createdAt),
    last_event_at: stamp(lastEventAt),
    expires_at: expiresAt === undefined ? NEVER : stamp(expiresAt),
    expired: expiresAt !== undefined && expiresAt <= tx.now(),
    sender: sender === null ? null : renderSender(tx, sender),
    subaccount,
  }
}
