import { behaviour } from '../../api.js'
import { failure, invalidFields, unknownSubaccount } from '../error-table.js'
import { addressProblem } from '../mime/address.js'
import type { Allowed } from '../rows.js'
import { stamp, type Transactional, transactionalOf } from '../transactional.js'
import { deny, isExpired, undeny } from './denylist.js'
import { renderReject } from './reject.js'

/**
 * Denies an address for good, by hand. One that is allowed stays off the list.
 * @throws ValidationError, Unknown_Subaccount  @emits blacklist
 * @source https://mailchimp.com/developer/transactional/api/rejects/add-email-to-denylist/ (read 2026-11)
 */
export const addReject = behaviour('POST /api/1.0/rejects/add', ({ body }, world) => {
  const tx = transactionalOf(world)
  checkAddress(body.email)
  const subaccount = subaccountOf(tx, body.subaccount)
  const added = deny(tx, { email: body.email, reason: 'custom', detail: body.comment ?? '', sender: null, subaccount })
  return { email: body.email, added: added !== undefined }
})

/**
 * Those that still hold, or all; of one address, or of a subaccount.
 * @throws Unknown_Subaccount
 * @source https://mailchimp.com/developer/transactional/api/rejects/list-denylisted-emails/ (read 2026-11)
 */
export const listRejects = behaviour('POST /api/1.0/rejects/list', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = subaccountOf(tx, body.subaccount)
  const rows = body.email ? tx.rejects.where('email', body.email.toLowerCase()) : tx.rejects.all()
  return rows
    .filter((reject) => !reject.sms && (subaccount === null || reject.subaccount === subaccount))
    .filter((reject) => body.include_expired || !isExpired(reject, tx.now()))
    .slice(0, MOST_LISTED)
    .map((reject) => renderReject(tx, reject))
})

/** Entries that a list shows at most. @source the vendor's description of rejects/list */
const MOST_LISTED = 1000

/**
 * Takes an address off the list, whichever sender denied it.
 * @throws Invalid_Reject, Unknown_Subaccount  @emits blacklist
 * @source https://mailchimp.com/developer/transactional/api/rejects/delete-email-from-denylist/ (read 2026-11)
 */
export const deleteReject = behaviour('POST /api/1.0/rejects/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const subaccount = subaccountOf(tx, body.subaccount)
  const rejects = tx.rejects
    .where('email', body.email.toLowerCase())
    .filter((reject) => !reject.sms && reject.subaccount === subaccount)
  if (rejects.length === 0) {
    throw failure('Invalid_Reject', 'Email address is not in the rejection list and is not invalid')
  }
  for (const reject of rejects) undeny(tx, reject)
  return { email: body.email, deleted: true, subaccount }
})

/** Allows an address: what denies it goes, and nothing denies it any more. @throws ValidationError  @emits whitelist, blacklist  @source https://mailchimp.com/developer/transactional/api/allowlists/add-email-to-allowlist/ (read 2026-11) */
export const addAllowed = behaviour('POST /api/1.0/allowlists/add', ({ body }, world) =>
  allow(transactionalOf(world), body.email, body.comment),
)

/** @source https://mailchimp.com/developer/transactional/api/allowlists/list-allowlisted-emails/ (read 2026-11) */
export const listAllowed = behaviour('POST /api/1.0/allowlists/list', ({ body }, world) =>
  allowedLike(transactionalOf(world), body.email),
)

/** @emits whitelist  @source https://mailchimp.com/developer/transactional/api/allowlists/remove-email-from-allowlist/ (read 2026-11) */
export const deleteAllowed = behaviour('POST /api/1.0/allowlists/delete', ({ body }, world) =>
  disallow(transactionalOf(world), body.email),
)

/** The older name of allowlists/add. @source Mandrill 1.0 */
export const addWhitelisted = behaviour('POST /api/1.0/whitelists/add', ({ body }, world) =>
  allow(transactionalOf(world), body.email, body.comment),
)

/** The older name of allowlists/list. @source Mandrill 1.0 */
export const listWhitelisted = behaviour('POST /api/1.0/whitelists/list', ({ body }, world) =>
  allowedLike(transactionalOf(world), body.email),
)

/** The older name of allowlists/delete. @source Mandrill 1.0 */
export const deleteWhitelisted = behaviour('POST /api/1.0/whitelists/delete', ({ body }, world) =>
  disallow(transactionalOf(world), body.email),
)

function checkAddress(email: string): void {
  const problem = addressProblem(email)
  if (problem) throw invalidFields({ email: problem })
}

function subaccountOf(tx: Transactional, id: string | null | undefined): string | null {
  if (!id) return null
  if (!tx.subaccounts.has(id)) throw unknownSubaccount(id)
  return id
}

function allow(tx: Transactional, email: string, comment: string | null | undefined) {
  checkAddress(email)
  const id = email.toLowerCase()
  for (const reject of tx.rejects.where('email', id)) if (!reject.sms) undeny(tx, reject)
  const row = tx.allowed.put({ id, detail: comment ?? '', createdAt: tx.allowed.find(id)?.createdAt ?? tx.now() })
  tell(tx, 'add', row)
  return { email, added: true }
}

function allowedLike(tx: Transactional, email: string | null | undefined) {
  const start = (email ?? '').toLowerCase()
  return tx.allowed
    .all()
    .filter(({ id }) => id.startsWith(start))
    .slice(0, MOST_LISTED)
    .map(renderAllowed)
}

function disallow(tx: Transactional, email: string) {
  const row = tx.allowed.find(email.toLowerCase())
  if (row) {
    tx.allowed.delete(row.id)
    tell(tx, 'remove', row)
  }
  return { email, deleted: row !== undefined }
}

function renderAllowed({ id, detail, createdAt }: Allowed) {
  return { email: id, detail, created_at: stamp(createdAt) }
}

function tell(tx: Transactional, action: 'add' | 'remove', row: Allowed): void {
  tx.emit('whitelist', { type: 'whitelist', action, ts: tx.seconds(), entry: renderAllowed(row) })
}
